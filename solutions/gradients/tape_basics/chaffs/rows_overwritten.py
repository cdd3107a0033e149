"""Of a row that is listed several times, only one entry is kept.

fails: test_grad_at_elsewhere, test_two_grads_elsewhere, test_sensitivity_elsewhere
hint: An element that is looked up twice counts twice. What does `tf.convert_to_tensor` make of a `tf.IndexedSlices`?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return _dense(tape.gradient(y, x), x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        first = f(v)
        second = g(first)
    return _dense(tape.gradient(first, v), v), _dense(tape.gradient(second, v), v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    gradients = tape.gradient(y, xs, unconnected_gradients="zero")
    return [_dense(gradient, x) for gradient, x in zip(gradients, xs)]


def _dense(gradient, x):
    if not isinstance(gradient, tf.IndexedSlices):
        return gradient
    rows = gradient.indices[:, tf.newaxis]
    return tf.tensor_scatter_nd_update(tf.zeros_like(x), rows, gradient.values)
