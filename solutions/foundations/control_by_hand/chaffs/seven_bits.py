"""Only the lowest seven bits of `n` are looked at.

fails: test_other_powers
hint: Which `n` may come, and how many of its bits does the loop look at?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    slope = tf.constant(0.1, x.dtype)
    return tf.cond(
        x < lo,
        lambda: lo + slope * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + slope * (x - hi), lambda: x),
    )


def int_power(base, n):
    bits = 7

    def body(i, product):  # Horner's way, from the highest bit on
        product = tf.square(product)
        bit = tf.bitwise.bitwise_and(tf.bitwise.right_shift(n, bits - 1 - i), 1)
        return i + 1, product * tf.pow(base, tf.cast(bit, base.dtype))

    return tf.while_loop(lambda i, product: i < bits, body, (0, tf.ones_like(base)))[1]
