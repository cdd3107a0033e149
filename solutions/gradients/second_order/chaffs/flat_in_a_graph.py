"""The whole Hessian is made, row by row in a graph, and laid flat.

fails: test_traced
hint: How many entries do all the rows have together, for 100,000 inputs?
"""

import tensorflow as tf


def hvp(f, x, v):
    spec = tf.TensorSpec([None], x.dtype)

    @tf.function(input_signature=[spec, spec])
    def product(x, v):
        with tf.GradientTape(persistent=True) as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = f(x)
            gradient = inner.gradient(y, x, unconnected_gradients="zero")
        n = tf.size(x)
        rows = tf.TensorArray(x.dtype, size=n, element_shape=[None])
        for i in tf.range(n):
            unit = tf.one_hot(i, n, dtype=x.dtype)
            row = outer.gradient(gradient, x, unit, unconnected_gradients="zero")
            rows = rows.write(i, tf.ensure_shape(row, [None]))
        flat = rows.concat() * tf.tile(v, [n])
        return tf.math.unsorted_segment_sum(flat, tf.repeat(tf.range(n), n), n)

    return tf.ensure_shape(product(x, v), x.shape)


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
