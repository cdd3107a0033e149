"""A log for TensorBoard.

`README.md` beside this file says what to write. Look at your work with

    grader check beyond/event_log
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    """Log the losses of the steps 0, `every`, `2 * every`, … in an event file.

    Args:
        directory: Where the event file goes; perhaps not there yet.
        values: A list or an array of floats, one for each step.
        every: How many steps lie between two that are logged.
    """
    raise NotImplementedError("your turn: `log_run`")


def read_run(directory):
    """Return what was logged with the tag `loss`, in order of the steps.

    Args:
        directory: Where the event files are.

    Returns:
        A list of pairs `(step, value)`: an int and a float.
    """
    raise NotImplementedError("your turn: `read_run`")
