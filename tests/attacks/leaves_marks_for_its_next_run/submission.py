"""Files, shared memory, keys and names: a later runner of its own looks for them."""

import ctypes
import glob
import os
import sys
import tempfile

libc = ctypes.CDLL(None)
mine = f"mark-{os.getpid()}"
places = ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", tempfile.gettempdir(), "..")
marks = [path for place in places for path in glob.glob(f"{place}/**/mark-*", recursive=True)]
marks = [path for path in marks if not path.endswith(mine)]
marks += [key for key in (0x5EC, 0x5ED) if libc.shmget(key, 0, 0) != -1]
marks += [1] if libc.syscall(250, 10, -3, b"user", b"mark", 0) > 0 else []  # keyctl
for place in places:
    try:
        open(f"{place}/{mine}", "w").close()
    except OSError:
        pass
libc.shmget(0x5EC, 4096, 0o1666)
libc.msgget(0x5ED, 0o1666)
libc.semget(0x5ED, 1, 0o1666)
libc.syscall(248, b"user", b"mark", b"x", 1, -3)  # add_key


def doubled(x):
    assert not marks, f"found {marks}"
    return 2 * x
