"""The product starts as the integer 1, which a float does not multiply.

fails: test_int_power
hint: Of which dtype is your loop's product before the first round, and after it?
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
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.constant(1)),
    )
    return power
