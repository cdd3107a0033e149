"""A function under `tf.custom_gradient` returns its value alone.

fails: test_ste_round
hint: Read the message: how many things does `tf.custom_gradient` expect to be returned?
"""

import tensorflow as tf


def ste_round(x):

    @tf.custom_gradient
    def straight_through(x):
        return tf.round(x)

    return straight_through(x)


def softplus(x):

    @tf.custom_gradient
    def stable(x):
        y = tf.maximum(x, 0) + tf.math.log1p(tf.exp(-tf.abs(x)))
        return y, lambda upstream: upstream * tf.sigmoid(x)

    return stable(x)


def grad_reverse(x, lam):

    @tf.custom_gradient
    def reverse(x):
        return tf.identity(x), lambda upstream: -lam * upstream

    return reverse(x)


def safe_log(x):
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
