"""The lower end is not looked after.

fails: test_soft_clip
hint: The clip has two ends. How many conditions do you ask?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x)


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
