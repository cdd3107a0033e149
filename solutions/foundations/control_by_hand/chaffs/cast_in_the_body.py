"""The product starts as an integer, and is a float after the first round.

fails: test_loop_in_graph, test_other_powers
hint: In a graph a loop variable has one dtype for all rounds. Does yours keep its dtype?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, tf.cast(power, base.dtype) * base),
        (tf.constant(0), tf.constant(1)),
    )
    return power
