"""In a graph `v` is differentiated, too, where it was computed from `x`.

fails: test_traced
hint: Which way leads from `x` to your product, beside that by way of `f`?
"""

import tensorflow as tf


def hvp(f, x, v):
    if v is x:
        v = tf.stop_gradient(v)
    if tf.executing_eagerly():
        with tf.GradientTape() as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = f(x)
            grad = inner.gradient(y, x, unconnected_gradients="zero")
            slope = tf.reduce_sum(grad * v)
        return outer.gradient(slope, x, unconnected_gradients="zero")
    (grad,) = tf.gradients(f(x), x, unconnected_gradients="zero")
    slope = tf.reduce_sum(grad * v)
    return tf.gradients(slope, x, unconnected_gradients="zero")[0]


def third_derivative(f, x):
    with tf.GradientTape() as first:
        first.watch(x)
        with tf.GradientTape() as second:
            second.watch(x)
            with tf.GradientTape() as third:
                third.watch(x)
                y = f(x)
            y = third.gradient(y, x, unconnected_gradients="zero")
        y = second.gradient(y, x, unconnected_gradients="zero")
    return first.gradient(y, x, unconnected_gradients="zero")
