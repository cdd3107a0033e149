"""Whatever comes is made a float32, and only the result is a float64 again.

fails: test_other_clips
hint: What is left of a float64's digits after a cast to float32 and back?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    dtype = x.dtype
    x, lo, hi = (tf.cast(value, tf.float32) for value in (x, lo, hi))
    y = tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )
    return tf.cast(y, dtype)


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
