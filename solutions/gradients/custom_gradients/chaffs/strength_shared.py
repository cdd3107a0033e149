"""The strength is kept in one place for all calls, where the next call finds it changed.

fails: test_strengths
hint: When is your gradient computed, and whose `lam` stands there by then?
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


latest = {}


@tf.custom_gradient
def _reverse(x):
    return tf.identity(x), lambda upstream: -latest["lam"] * upstream


def grad_reverse(x, lam):
    latest["lam"] = lam
    return _reverse(x)


def safe_log(x):
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
