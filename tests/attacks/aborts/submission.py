"""By the libc, by a failed CHECK of TensorFlow's, by its own signals."""

import os
import signal

import tensorflow as tf


def doubled(x):
    if len(x.shape) == 1:
        os.abort()
    if len(x.shape) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    signal.signal(signal.SIGBUS, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGBUS)
