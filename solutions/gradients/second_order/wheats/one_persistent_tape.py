"""One persistent tape takes gradients of its own gradients, inside a tf.function."""

import tensorflow as tf

ZERO = tf.UnconnectedGradients.ZERO


@tf.function
def hvp(f, x, v):
    point = tf.identity(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(point)
        g = tape.gradient(f(point), point, unconnected_gradients=ZERO)
        dot = tf.tensordot(g, v, axes=1)
    return tape.gradient(dot, point, unconnected_gradients=ZERO)


def third_derivative(f, x):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        d = f(x)
        d = tape.gradient(d, x, unconnected_gradients=ZERO)
        d = tape.gradient(d, x, unconnected_gradients=ZERO)
    return tape.gradient(d, x, unconnected_gradients=ZERO)
