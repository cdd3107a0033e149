"""Outside the range the value stays at the end, without a slope.

fails: test_soft_clip
hint: What are `soft_clip(3, -1, 1)` and `soft_clip(30, -1, 1)`? They should differ.
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo,
        lambda: tf.cond(x > hi, lambda: hi, lambda: x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
