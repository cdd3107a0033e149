"""`tf.pow` does all the work, and there is no loop.

fails: test_loop_in_graph
hint: That is what one would write at work. Where is the loop that this exercise is about?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    return tf.pow(base, tf.cast(n, base.dtype))
