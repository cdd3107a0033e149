"""The gradient is up / x also where the function is constant.

fails: test_safe_log_gradient
hint: How steep is `safe_log` at x = -2, where it is 0 all around?
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


@tf.custom_gradient
def safe_log(x):
    y = tf.where(x > 0, tf.math.log(x), tf.zeros_like(x))
    return y, lambda upstream: upstream / x
