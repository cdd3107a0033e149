"""`tf.autograph.to_graph` converts the Python `if`, before the grader switches AutoGraph off.

fails: test_choice_in_graph
hint: Who writes the `tf.cond` here, you or AutoGraph?
"""

import tensorflow as tf


@tf.autograph.to_graph
def soft_clip(x, lo, hi):
    if x < lo:
        y = lo + 0.1 * (x - lo)
    elif x > hi:
        y = hi + 0.1 * (x - hi)
    else:
        y = tf.identity(x)
    return y


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
