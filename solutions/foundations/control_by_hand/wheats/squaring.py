"""One `tf.cond` on the nearer end, and a power by squaring."""

import tensorflow as tf


def soft_clip(x, lo, hi):
    end = tf.minimum(tf.maximum(x, lo), hi)
    return tf.cond(tf.equal(x, end), lambda: x, lambda: end + (x - end) / 10)


def int_power(base, n):
    def body(result, square, left):
        odd = tf.equal(left % 2, 1)
        result = tf.cond(odd, lambda: result * square, lambda: result)
        return result, square * square, left // 2

    start = (tf.constant(1, base.dtype), base, n)
    return tf.while_loop(lambda r, s, left: left > 0, body, start)[0]
