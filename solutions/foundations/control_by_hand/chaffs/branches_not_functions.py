"""The two sides are given to `tf.cond` as tensors, already computed.

fails: test_soft_clip
hint: How could `tf.cond` leave one side out if both are computed before it is called?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lo + 0.1 * (x - lo),
        tf.cond(x > hi, hi + 0.1 * (x - hi), x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
