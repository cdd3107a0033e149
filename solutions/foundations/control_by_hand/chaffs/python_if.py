"""A Python `if` asks a tensor for its value while the graph is built.

fails: test_choice_in_graph
hint: What value does `x < lo` have while the graph is built? Which function can wait for it?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    if x < lo:
        return lo + 0.1 * (x - lo)
    if x > hi:
        return hi + 0.1 * (x - hi)
    return x


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
