"""A gradient is given for `lam`, too, which is one too many when `lam` comes by name.

fails: test_by_name
hint: `tf.custom_gradient` counts only what comes by position. How could its function have `x` as its only argument?
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
    return tf.identity(x), lambda upstream: (-lam * upstream, None)


def safe_log(x):
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
