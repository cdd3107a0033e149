"""How a solution of `gradients/custom_gradients` is observed."""

import tensorflow as tf


def value(solution, name, x, *options):
    """What a function returns for `x`."""
    return getattr(solution, name)(tf.constant(x), *options)


def gradient(solution, name, x, upstream, *options):
    """The gradient that a function passes back to `x` for an upstream gradient."""
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = getattr(solution, name)(x, *options)
    return tape.gradient(y, x, output_gradients=tf.constant(upstream))


def by_name(solution, x, upstream, lam):
    """Value and gradient of `grad_reverse` where `lam` is given by name."""
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = solution.grad_reverse(x, lam=lam)
    return y, tape.gradient(y, x, output_gradients=tf.constant(upstream))


def side_by_side(solution, x, upstream, strengths):
    """Values and gradients of several calls of `grad_reverse` under one tape."""
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        values = [solution.grad_reverse(x, lam) for lam in strengths]
    up = tf.constant(upstream)
    return values, [tape.gradient(y, x, output_gradients=up) for y in values]


def traced(solution, name, x, upstream, *options):
    """Value and gradient in a graph for any length, and then the value eagerly."""

    @tf.function(input_signature=[tf.TensorSpec([None], x.dtype)] * 2)
    def both(x, upstream):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = getattr(solution, name)(x, *options)
        return y, tape.gradient(y, x, output_gradients=upstream)

    x = tf.constant(x)
    return both(x, tf.constant(upstream)), getattr(solution, name)(x, *options)
