"""The stable formula is left to TensorFlow to differentiate, which goes wrong at its kinks.

fails: test_softplus_gradient
hint: Your formula has a maximum and an absolute value, with a kink at 0 each. Which gradient does TensorFlow take there?
"""

import tensorflow as tf


def ste_round(x):

    @tf.custom_gradient
    def straight_through(x):
        return tf.round(x), lambda upstream: upstream

    return straight_through(x)


def softplus(x):

    return tf.maximum(x, 0) + tf.math.log1p(tf.exp(-tf.abs(x)))


def grad_reverse(x, lam):

    @tf.custom_gradient
    def reverse(x):
        return tf.identity(x), lambda upstream: -lam * upstream

    return reverse(x)


def safe_log(x):
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
