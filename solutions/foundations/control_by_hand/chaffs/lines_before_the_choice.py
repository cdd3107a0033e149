"""Both lines are computed before the choice, which only hands one of them over.

fails: test_one_side
hint: What runs before `tf.cond` does? And what in a branch runs if that branch is not taken?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    below, above = lo + 0.1 * (x - lo), hi + 0.1 * (x - hi)
    return tf.cond(
        x < lo,
        lambda: below,
        lambda: tf.cond(x > hi, lambda: above, lambda: x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
