"""The upper line is computed beside the inner choice, so also where `x` is in the middle.

fails: test_one_side
hint: Which of your lines stands in a branch, but outside of the branch that needs it?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    def not_below():
        above = hi + 0.1 * (x - hi)
        return tf.cond(x > hi, lambda: above, lambda: x)

    return tf.cond(x < lo, lambda: lo + 0.1 * (x - lo), not_below)


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
