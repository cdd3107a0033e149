"""Derivatives of derivatives."""

import tensorflow as tf


def hvp(f, x, v):
    """Return the product of the Hessian of `f` at `x` with the vector `v`.

    The Hessian itself, or anything else with `n * n` entries, is not computed.

    Args:
        f: Takes a tensor like `x`, returns a scalar tensor.
        x: A float tensor with shape `(n,)`; not a variable.
        v: A tensor like `x`, a constant, perhaps `x` itself.

    Returns:
        A tensor with the shape and dtype of `x`.
    """
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
        slope = tf.reduce_sum(gradient * v)
    return outer.gradient(slope, x, unconnected_gradients="zero")


def third_derivative(f, x):
    """Return the third derivative of `f` at `x`.

    Args:
        f: Takes a scalar tensor, returns a scalar tensor.
        x: A float scalar tensor; not a variable.

    Returns:
        A scalar tensor with the dtype of `x`.
    """
    for _ in range(3):
        f = _derivative(f)
    return f(x)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
