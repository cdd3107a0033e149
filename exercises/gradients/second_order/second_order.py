"""Derivatives of derivatives.

`README.md` beside this file says what to write. Look at your work with

    grader check gradients/second_order
"""

import tensorflow as tf


def hvp(f, x, v):
    """Return the product of the Hessian of `f` at `x` with the vector `v`.

    The Hessian itself, or anything else with `n * n` entries, is not computed.

    Args:
        f: Takes a tensor like `x`, returns a scalar tensor.
        x: A float tensor with shape `(n,)`; not a variable.
        v: A tensor like `x`, a constant, perhaps `x` itself.

    Returns:
        A tensor with the shape and dtype of `x`.
    """
    raise NotImplementedError("your turn: `hvp`")


def third_derivative(f, x):
    """Return the third derivative of `f` at `x`.

    Args:
        f: Takes a scalar tensor, returns a scalar tensor.
        x: A float scalar tensor; not a variable.

    Returns:
        A scalar tensor with the dtype of `x`.
    """
    raise NotImplementedError("your turn: `third_derivative`")
