"""One `tf.where` chooses the value, and the other side still spoils the gradient.

fails: test_safe_log_gradient
hint: `tf.where` selects values; backwards, the side not chosen is 0 times something. What is it at x = 0?
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


def grad_reverse(x, lam):

    @tf.custom_gradient
    def reverse(x):
        return tf.identity(x), lambda upstream: -lam * upstream

    return reverse(x)


def safe_log(x):
    return tf.where(x > 0, tf.math.log(x), tf.zeros_like(x))
