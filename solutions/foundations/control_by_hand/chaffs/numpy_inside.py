"""The loop runs in Python, behind `tf.numpy_function`.

fails: test_loop_in_graph
hint: What is left of your graph on a machine without your Python code?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    return tf.numpy_function(lambda b, k: b ** int(k), [base, n], base.dtype)
