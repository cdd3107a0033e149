"""Cast carefully.

`README.md` beside this file says what to write. Look at your work with

    grader check foundations/cast_carefully
"""

import tensorflow as tf


def fraction_true(mask):
    """Return which fraction of the elements is true.

    Args:
        mask: bool tensor, shape `(n,)`, `n` from 1 to a million.

    Returns:
        float32 scalar tensor.
    """
    raise NotImplementedError("your turn: `fraction_true`")


def scale_to_unit(img):
    """Return the bytes of an image as numbers from 0 to 1.

    Args:
        img: uint8 tensor of any shape.

    Returns:
        float32 tensor of the same shape.
    """
    raise NotImplementedError("your turn: `scale_to_unit`")


def bucket(x, width):
    """Return in which bucket each value lies: `x / width`, rounded down.

    Args:
        x: float32 or float64 tensor of any shape.
        width: A Python float from 0.001 to 1000.

    Returns:
        int32 tensor of the same shape.
    """
    raise NotImplementedError("your turn: `bucket`")


def exact_total(counts, offset):
    """Return the sum of `counts`, plus `offset`, exactly.

    Args:
        counts: int32 tensor, shape `(n,)`, each at least 0.
        offset: float64 scalar tensor.

    Returns:
        float64 scalar tensor.
    """
    raise NotImplementedError("your turn: `exact_total`")
