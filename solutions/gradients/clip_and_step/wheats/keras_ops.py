"""Written with keras.ops, and loops that say everything twice; None is left out at last."""

import math

import keras
import tensorflow as tf


def as_tensor(gradient):
    return tf.zeros_like(0.0) if gradient is None else tf.convert_to_tensor(gradient)


def clip_global(grads, limit):
    total = None
    for gradient in grads:
        if gradient is not None:
            part = keras.ops.sum(keras.ops.square(as_tensor(gradient)))
            total = part if total is None else keras.ops.add(total, part)
    if total is None:
        return [None for _ in grads], math.sqrt(0)
    norm = keras.ops.sqrt(total)
    factor = keras.ops.where(norm > limit, limit / keras.ops.maximum(norm, limit), 1.0)
    clipped = []
    for gradient in grads:
        if gradient is not None:
            gradient = keras.ops.multiply(
                as_tensor(gradient), keras.ops.cast(factor, norm.dtype)
            )
        clipped.append(gradient)
    return clipped, norm


def sgd_step(variables, grads, lr):
    for variable, gradient in zip(variables, grads):
        if gradient is None:
            variable.assign(variable)
        else:
            gradient = as_tensor(gradient)
            step = keras.ops.multiply(gradient, keras.ops.cast(lr, gradient.dtype))
            variable.assign(keras.ops.subtract(variable.value(), step))
