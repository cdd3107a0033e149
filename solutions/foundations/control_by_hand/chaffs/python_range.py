"""`range` is asked to count to a tensor that has no value yet.

fails: test_loop_in_graph
hint: `range` wants a Python number. When is `n` known: while the graph is built, or when it runs?
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
    for _ in range(n):
        power = power * base
    return power
