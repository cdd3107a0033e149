"""A constant is made at first use and kept, also where it belongs to a graph.

fails: test_traced
hint: If the first call is inside a `tf.function`, to which graph does what you keep belong?
"""

import functools

import tensorflow as tf


@tf.custom_gradient
def ste_round(x):
    return tf.round(x), lambda up: up


def softplus(x):
    return tf.math.softplus(x)


def grad_reverse(x, lam):
    @tf.custom_gradient
    def reverse(x):
        return tf.identity(x), lambda up: -lam * up

    return reverse(x)


@functools.cache
def _one(dtype):
    return tf.ones([], dtype)


def safe_log(x):
    return tf.math.log(tf.where(x > 0, x, _one(x.dtype)))
