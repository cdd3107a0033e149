"""The product is the derivative of the gradient along the line x + t * v; clumsy but right."""

import tensorflow as tf


def hvp(f, x, v):
    # d/dt of grad f(x + t v) at t = 0, by the trick of a dummy upstream gradient.
    t = tf.zeros((), x.dtype)
    dummy = tf.zeros_like(x)
    with tf.GradientTape() as outermost:
        outermost.watch(dummy)
        with tf.GradientTape() as outer:
            outer.watch(t)
            point = x + t * v
            with tf.GradientTape() as inner:
                inner.watch(point)
                y = f(point)
            gradient = inner.gradient(y, point)
            if gradient is None:
                gradient = tf.zeros_like(point)
            weighted = tf.reduce_sum(gradient * dummy)
        along = outer.gradient(weighted, t)
        if along is None:
            return tf.zeros_like(x)
    result = outermost.gradient(along, dummy)
    return tf.zeros_like(x) if result is None else result


def third_derivative(f, x):
    with tf.GradientTape() as a:
        a.watch(x)
        with tf.GradientTape() as b:
            b.watch(x)
            with tf.GradientTape() as c:
                c.watch(x)
                y = f(x) + 0 * x**3
            first = c.gradient(y, x)
        second = b.gradient(first, x)
    return a.gradient(second, x)
