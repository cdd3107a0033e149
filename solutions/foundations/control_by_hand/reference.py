"""Control flow by hand."""

import tensorflow as tf


def soft_clip(x, lo, hi):
    """Return `x` between `lo` and `hi`, and go on with slope 0.1 outside.

    Args:
        x: float scalar tensor.
        lo: scalar tensor of the dtype of `x`.
        hi: scalar tensor of the dtype of `x`, not below `lo`.

    Returns:
        scalar tensor of the dtype of `x`.
    """
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    """Return the product of `n` factors `base`.

    Args:
        base: float scalar tensor.
        n: int32 scalar tensor, at least 0.

    Returns:
        scalar tensor of the dtype of `base`.
    """
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
