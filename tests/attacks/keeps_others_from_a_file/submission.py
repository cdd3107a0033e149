"""Whoever opens a file under a lease waits, and each user may lease his own files."""

import fcntl
import os
import sysconfig


def files():
    yield os.open("own", os.O_CREAT)
    for home, _, names in os.walk(sysconfig.get_path("purelib")):
        for name in names[:20]:
            yield os.open(os.path.join(home, name), os.O_RDONLY)


def doubled(x):
    leased, seen = 0, []
    for _, file in zip(range(20), files()):
        seen.append(file)
        try:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            leased += 1
        except OSError:
            pass
    for file in seen:
        os.close(file)
    raise ValueError(f"{leased} of {len(seen)} leased")
