"""From 15 on `softplus(x)` is taken for `x`, which only float32 cannot tell apart.

fails: test_elsewhere
hint: What is `softplus(16.0)` in float64, and by how much is it above 16?
"""

import tensorflow as tf


@tf.custom_gradient
def ste_round(x):
    return tf.round(x), lambda up: up


def softplus(x):
    small = x < 15
    return tf.where(small, tf.math.log1p(tf.exp(tf.where(small, x, 0))), x)


def grad_reverse(x, lam):
    @tf.custom_gradient
    def reverse(x):
        return tf.identity(x), lambda up: tf.constant(-lam, x.dtype) * up

    return reverse(x)


def safe_log(x):
    positive = x > 0
    return tf.where(positive, tf.math.log(tf.where(positive, x, 1)), 0)
