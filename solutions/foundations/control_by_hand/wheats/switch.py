"""`tf.switch_case` on a number of the side, and `maximum_iterations` as the loop's end."""

import tensorflow as tf


@tf.function
def soft_clip(x, lo, hi):
    side = tf.cast(x > lo, tf.int32) + tf.cast(x > hi, tf.int32)
    slope = tf.cast(0.1, x.dtype)
    return tf.switch_case(
        side,
        branch_fns={
            0: lambda: slope * (x - lo) + lo,
            1: lambda: x,
            2: lambda: slope * (x - hi) + hi,
        },
    )


@tf.function(autograph=False)
def int_power(base, n):
    one = tf.ones([], base.dtype)
    return tf.while_loop(
        lambda power: True, lambda power: [power * base], [one], maximum_iterations=n
    )[0]
