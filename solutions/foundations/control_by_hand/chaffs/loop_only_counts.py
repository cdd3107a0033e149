"""The loop only counts to `n`, and `tf.pow` makes the product.

fails: test_loop_in_graph
hint: Take the loop away: does the result change? What should grow from round to round?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    return tf.cond(
        x < lo,
        lambda: lo + 0.1 * (x - lo),
        lambda: tf.cond(x > hi, lambda: hi + 0.1 * (x - hi), lambda: x),
    )


def int_power(base, n):
    [done] = tf.while_loop(lambda done: done < n, lambda done: [done + 1], [0])
    return tf.pow(base, tf.cast(done, base.dtype))
