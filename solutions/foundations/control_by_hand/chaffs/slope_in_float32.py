"""The slope is a float32, and does not multiply a float64.

fails: test_other_clips
hint: Of which dtype is your 0.1, and of which may `x` be?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    slope = tf.constant(0.1)
    return tf.cond(
        x < lo,
        lambda: lo + slope * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + slope * (x - hi), lambda: x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
