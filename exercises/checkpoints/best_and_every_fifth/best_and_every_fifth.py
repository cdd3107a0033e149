"""The best epoch, and every fifth.

`README.md` beside this file says what to write. Look at your work with

    grader check checkpoints/best_and_every_fifth
"""

import os
import re

import keras


def make_callbacks(directory, steps_per_epoch):
    """Return callbacks for `fit` that keep the best weights and every fifth epoch's.

    Args:
        directory: Where the files go; perhaps not there yet.
        steps_per_epoch: How many batches an epoch has.

    Returns:
        A list of callbacks.
    """
    raise NotImplementedError("your turn: `make_callbacks`")


def newest(directory):
    """Return the path of the periodic file of the highest epoch, or None.

    Args:
        directory: A folder, in which perhaps nothing was saved.

    Returns:
        The file's path; None where there is no such file.
    """
    raise NotImplementedError("your turn: `newest`")
