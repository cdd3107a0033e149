"""Constants are float32, whatever the input is.

fails: test_elsewhere
hint: What is the dtype of `tf.constant(0.0)`? What does TensorFlow say to two dtypes in one operation?
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
    positive = x > 0
    harmless = tf.where(positive, x, tf.constant(1.0))
    return tf.where(positive, tf.math.log(harmless), tf.constant(0.0))
