"""`tf.round` is used as it is, and its gradient is None.

fails: test_ste_gradient
hint: What is the slope of a staircase? TensorFlow says None; which function do you want to put in its place?
"""

import tensorflow as tf


def ste_round(x):
    return tf.round(x)


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
