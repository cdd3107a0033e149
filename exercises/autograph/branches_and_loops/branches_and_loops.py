"""Branches and loops in a graph.

`README.md` beside this file says what to write. Look at your work with

    grader check autograph/branches_and_loops
"""

import tensorflow as tf


@tf.function
def collatz_steps(n):
    """Return how many steps it takes from `n` to 1.

    A step replaces an even number by its half, and an odd one by `3 * n + 1`.

    Args:
        n: int32 scalar tensor, at least 1.

    Returns:
        int32 scalar tensor.
    """
    raise NotImplementedError("your turn: `collatz_steps`")


@tf.function
def first_index(xs, target):
    """Return the index of the first element that equals `target`, or -1.

    Args:
        xs: int32 tensor, shape `(length,)`.
        target: int32 scalar tensor.

    Returns:
        int32 scalar tensor.
    """
    raise NotImplementedError("your turn: `first_index`")


@tf.function
def sum_until_negative(xs):
    """Return the sum of the even elements before the first negative one.

    Args:
        xs: int32 tensor, shape `(length,)`.

    Returns:
        int32 scalar tensor.
    """
    raise NotImplementedError("your turn: `sum_until_negative`")
