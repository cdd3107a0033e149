"""What is put into a graph is not what is computed eagerly.

fails: test_graphs_alone
hint: Does your function do the same in a graph as outside? Which line asks where it is?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    if tf.executing_eagerly():
        return base ** tf.cast(n, base.dtype)
    return tf.while_loop(lambda p: p < 9.0, lambda p: [p * 2.0], [tf.ones([])])[0]
