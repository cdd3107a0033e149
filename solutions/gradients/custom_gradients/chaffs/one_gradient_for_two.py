"""The function takes two arguments and gives the gradient of one.

fails: test_reverse
hint: Read the message. Of how many arguments does `tf.custom_gradient` want a gradient?
"""

import tensorflow as tf


def ste_round(x):

    @tf.custom_gradient
    def straight_through(x):
        return tf.round(x), lambda upstream: upstream

    return straight_through(x)


def softplus(x):

    @tf.custom_gradient
    def stable(x):
        y = tf.maximum(x, 0) + tf.math.log1p(tf.exp(-tf.abs(x)))
        return y, lambda upstream: upstream * tf.sigmoid(x)

    return stable(x)


@tf.custom_gradient
def grad_reverse(x, lam):
    return tf.identity(x), lambda upstream: -lam * upstream


def safe_log(x):
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
