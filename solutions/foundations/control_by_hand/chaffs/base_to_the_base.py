"""Each round squares the product, in place of multiplying it by the base.

fails: test_int_power
hint: After two rounds the product is base * base. What is yours?
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
        lambda done, power: (done + 1, power * power),
        (tf.constant(0), base),
    )
    return power
