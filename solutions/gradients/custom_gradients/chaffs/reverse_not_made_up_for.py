"""`tf.stop_gradient` adds an x without a gradient, but `-lam * x` stays in the value.

fails: test_reverse
hint: Add up the two parts for x = 1 and lam = 0.5. What else must be stopped, so that x is what is left?
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

    return -lam * x + tf.stop_gradient(x)


def safe_log(x):
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
