"""Outside the range the value is 0.1 * x, which does not go on from the end.

fails: test_soft_clip
hint: What does your function return just below `lo`, and just above it?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: 0.1 * x,
        lambda: tf.cond(x > hi, lambda: 0.1 * x, lambda: x),
    )


def int_power(base, n):
    _, power = tf.while_loop(
        lambda done, power: done < n,
        lambda done, power: (done + 1, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
