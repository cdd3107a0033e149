"""A Python loop goes over the entries, whose number may be unknown while the graph is built.

fails: test_traced
hint: What is `x.shape[0]` inside a `tf.function` for vectors of any length? One gradient does for all entries.
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape(persistent=True) as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
        parts = [gradient[i] for i in range(x.shape[0])]
    rows = [outer.gradient(g, x, unconnected_gradients="zero") for g in parts]
    return tf.stack([tf.reduce_sum(row * v) for row in rows])


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
