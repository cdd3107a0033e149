"""The counter is never moved on, so the loop does not end.

fails: test_int_power
hint: Which of the loop's variables makes the condition false, and when does it change?
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
        lambda done, power: (done, power * base),
        (tf.constant(0), tf.ones_like(base)),
    )
    return power
