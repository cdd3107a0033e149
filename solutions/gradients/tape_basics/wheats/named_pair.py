"""One function serves another, inputs are copied with tf.identity, the pair is a NamedTuple."""

from typing import NamedTuple

import tensorflow as tf

ZERO = tf.UnconnectedGradients.ZERO


class Pair(NamedTuple):
    of_f: tf.Tensor
    of_g_after_f: tf.Tensor


def grad_at(f, x):
    (gradient,) = sensitivity(f, [x])
    return gradient


def two_grads(f, g, v):
    tape = tf.GradientTape(persistent=True)
    with tape:
        tape.watch(v)
        y = f(v)
        z = g(y)
    upstream = tape.gradient(z, y, unconnected_gradients=ZERO)
    first = tape.gradient(y, v, unconnected_gradients=ZERO)
    return Pair(first, tape.gradient(y, v, output_gradients=upstream))


def sensitivity(f, xs):
    inputs = [tf.identity(x) for x in xs]
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        y = f(*inputs)
    gradients = tape.gradient(y, inputs, unconnected_gradients=ZERO)
    return list(map(tf.convert_to_tensor, gradients))
