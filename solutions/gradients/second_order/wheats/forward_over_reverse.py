"""A forward accumulator goes over a tape; for the third derivative, a tape goes over both."""

import tensorflow as tf


def hvp(f, x, v):
    with tf.autodiff.ForwardAccumulator(x, v) as accumulator:
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        gradient = tape.gradient(y, x, unconnected_gradients="zero")
    return accumulator.jvp(gradient, unconnected_gradients="zero")


def third_derivative(f, x):
    def slope(z):
        return hvp(f, z, tf.ones_like(z))

    with tf.GradientTape() as tape:
        tape.watch(x)
        bend = slope(x)
    return tape.gradient(bend, x, unconnected_gradients="zero")
