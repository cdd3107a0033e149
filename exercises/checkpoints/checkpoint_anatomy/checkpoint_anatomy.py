"""What is in a checkpoint.

`README.md` beside this file says what to write. Look at your work with

    grader check checkpoints/checkpoint_anatomy
"""

import glob

import tensorflow as tf


def files_of(prefix):
    """Return the paths of a checkpoint's files.

    Args:
        prefix: The checkpoint's name, such as `run/ckpt-3`.

    Returns:
        A dict: `"index"`, the path of the index file, and `"data"`, a sorted list of
        the paths of all data files.
    """
    raise NotImplementedError("your turn: `files_of`")


def read_all(prefix):
    """Return every tensor of a checkpoint, without its table of contents.

    Args:
        prefix: The checkpoint's name, such as `run/ckpt-3`.

    Returns:
        A dict from full key to NumPy array.
    """
    raise NotImplementedError("your turn: `read_all`")


def value_of(prefix, attribute_path):
    """Return the value of the variable at a path of attributes.

    Args:
        prefix: The checkpoint's name, such as `run/ckpt-3`.
        attribute_path: Such as `net.sub.b`.

    Returns:
        A NumPy array of the variable's shape and dtype.
    """
    raise NotImplementedError("your turn: `value_of`")


def newest(directory):
    """Return the prefix of the newest checkpoint, or None.

    Args:
        directory: A folder, in which perhaps nothing was saved.

    Returns:
        The prefix that the file `checkpoint` names.
    """
    raise NotImplementedError("your turn: `newest`")
