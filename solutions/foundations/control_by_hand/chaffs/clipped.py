"""The choice is hidden in minimum and maximum, and the graph has none.

fails: test_choice_in_graph
hint: Clipping is a neat way to the number. Which of your operations chooses what to run?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    inside = tf.clip_by_value(x, lo, hi)
    return inside + 0.1 * (x - inside)


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
