"""keras.ops throughout, and custom gradients by Keras's own decorator."""

import functools

import keras
from keras import ops


@keras.ops.custom_gradient
def ste_round(x):
    def grad(*args, upstream=None):
        (upstream,) = args if upstream is None else (upstream,)
        return upstream

    return ops.round(x), grad


def softplus(x):
    return ops.softplus(x)


@functools.cache
def reversal(strength):
    @keras.ops.custom_gradient
    def layer(x):
        return ops.copy(x), lambda *args, **kwargs: ops.negative(
            ops.multiply(args[0], strength)
        )

    return layer


def grad_reverse(x, lam):
    return reversal(float(lam))(x)


def safe_log(x):
    inside = ops.where(ops.greater(x, 0.0), x, ops.ones_like(x))
    return ops.log(inside)
