"""A stopped process uses no time, and answers nobody."""

import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)


def doubled(x):
    return 2 * x
