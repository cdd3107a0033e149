"""A fixed number of products stands in the graph, each behind a choice.

fails: test_loop_in_graph, test_other_powers
hint: How large a graph would `n` = 1000 need? What repeats a part of the graph as often as needed?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    power = tf.ones_like(base)
    for i in range(30):
        power = tf.cond(n > i, lambda p=power: p * base, lambda p=power: p)
    return power
