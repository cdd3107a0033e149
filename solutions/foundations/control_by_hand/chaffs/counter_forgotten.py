"""The body returns the product, but not the counter.

fails: test_int_power
hint: How many variables does your loop have, and how many does its body return?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: power * base,
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
