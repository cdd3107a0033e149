"""`tf.where` chooses between two results, so both sides are always computed.

fails: test_choice_in_graph
hint: The numbers are right. But which operation of your graph decides what is *not* computed?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    y = tf.where(x < lo, lo + 0.1 * (x - lo), x)
    return tf.where(x > hi, hi + 0.1 * (x - hi), y)


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
