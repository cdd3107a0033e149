"""The whole Hessian is made, and then multiplied.

fails: test_no_matrix
hint: How many entries does the Hessian have for a million weights? Of which single number is the product the gradient?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
    return tf.linalg.matvec(
        outer.jacobian(gradient, x, unconnected_gradients="zero"), v
    )


def third_derivative(f, x):
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
