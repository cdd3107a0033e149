"""One of the two choices is a `tf.cond`, the other one a `tf.where`.

fails: test_choice_in_graph
hint: Which of your two choices still computes both of its sides?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.where(x > hi, hi + 0.1 * (x - hi), x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
