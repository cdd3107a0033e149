"""Branches and loops in a graph."""

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
    steps = tf.constant(0)
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


@tf.function
def first_index(xs, target):
    """Return the index of the first element that equals `target`, or -1.

    Args:
        xs: int32 tensor, shape `(length,)`.
        target: int32 scalar tensor.

    Returns:
        int32 scalar tensor.
    """
    found = tf.constant(-1)
    for i in tf.range(tf.size(xs)):
        if xs[i] == target:
            found = i
            break
    return found


@tf.function
def sum_until_negative(xs):
    """Return the sum of the even elements before the first negative one.

    Args:
        xs: int32 tensor, shape `(length,)`.

    Returns:
        int32 scalar tensor.
    """
    total = tf.constant(0)
    for x in xs:
        if x < 0:
            break
        if x % 2 != 0:
            continue
        total += x
    return total
