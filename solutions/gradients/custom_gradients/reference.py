"""Gradients of your own."""

import tensorflow as tf


def ste_round(x):
    """Round `x` to the nearest integers; pass the gradient as if nothing had happened.

    Args:
        x: A float tensor of any shape.

    Returns:
        What `tf.round(x)` returns.
    """

    @tf.custom_gradient
    def straight_through(x):
        return tf.round(x), lambda upstream: upstream

    return straight_through(x)


def softplus(x):
    """Return `log(1 + exp(x))`, finite for any finite `x`, as is its gradient.

    Args:
        x: A float tensor of any shape.

    Returns:
        A tensor with the shape and dtype of `x`.
    """

    @tf.custom_gradient
    def stable(x):
        y = tf.maximum(x, 0) + tf.math.log1p(tf.exp(-tf.abs(x)))
        return y, lambda upstream: upstream * tf.sigmoid(x)

    return stable(x)


def grad_reverse(x, lam):
    """Return `x` itself; multiply the gradient by `-lam` on its way back.

    Args:
        x: A float tensor of any shape.
        lam: A Python float.

    Returns:
        A tensor equal to `x`.
    """

    @tf.custom_gradient
    def reverse(x):
        return tf.identity(x), lambda upstream: -lam * upstream

    return reverse(x)


def safe_log(x):
    """Return `log(x)` where `x` is positive and 0 elsewhere, with a finite gradient.

    Args:
        x: A float tensor of any shape.

    Returns:
        A tensor with the shape and dtype of `x`.
    """
    positive = x > 0
    harmless = tf.where(positive, x, tf.ones_like(x))
    return tf.where(positive, tf.math.log(harmless), tf.zeros_like(x))
