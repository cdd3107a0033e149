"""Between the ends the result is computed as `lo + (x - lo)`, which is not always `x`.

fails: test_other_clips
hint: What is `lo + (x - lo)` in float32 for x = 0.3 and lo = -1e9?
"""

import tensorflow as tf


def soft_clip(x, lo, hi):
    def line(end, slope):
        return lambda: end + tf.cast(slope, x.dtype) * (x - end)

    return tf.case(
        [(x < lo, line(lo, 0.1)), (x > hi, line(hi, 0.1))],
        default=line(lo, 1.0),
        exclusive=False,
    )


def int_power(base, n):
    return tf.while_loop(
        lambda i, p: i < n, lambda i, p: (i + 1, p * base), (0, tf.ones_like(base))
    )[1]
