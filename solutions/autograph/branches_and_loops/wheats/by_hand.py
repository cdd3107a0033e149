"""tf.while_loop and tf.cond, written by hand."""

import tensorflow as tf


@tf.function(autograph=False)
def collatz_steps(n):
    def body(n, steps):
        return tf.cond(n % 2 == 0, lambda: n // 2, lambda: 3 * n + 1), steps + 1

    return tf.while_loop(lambda n, _: tf.not_equal(n, 1), body, (n, tf.constant(0)))[1]


@tf.function(autograph=False)
def first_index(xs, target):
    size = tf.size(xs)

    def searching(i):
        return tf.cond(i < size, lambda: tf.not_equal(xs[i], target), lambda: False)

    (i,) = tf.while_loop(searching, lambda i: (i + 1,), (tf.constant(0),))
    return tf.where(i < size, i, -1)


@tf.function(autograph=False)
def sum_until_negative(xs):
    size = tf.size(xs)

    def going(i, total):
        return tf.cond(i < size, lambda: xs[i] >= 0, lambda: False)

    def body(i, total):
        return i + 1, total + tf.where(xs[i] % 2 == 0, xs[i], 0)

    return tf.while_loop(going, body, (0, tf.constant(0)))[1]
