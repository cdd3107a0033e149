"""The functions are left to AutoGraph by `@tf.function`, and the choice is a Python `if`.

fails: test_choice_in_graph
hint: Who turns your `if` into an operation of the graph, and what if that is switched off?
"""

import tensorflow as tf


@tf.function
def soft_clip(x, lo, hi):
    if x < lo:
        return lo + 0.1 * (x - lo)
    y = x
    if x > hi:
        y = hi + 0.1 * (x - hi)
    return y


@tf.function
def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
