"""Gradients from a tape.

`README.md` beside this file says what to write. Look at your work with

    grader check gradients/tape_basics
"""

import tensorflow as tf


def grad_at(f, x):
    """Return the gradient of `f` at `x`.

    Args:
        f: Takes a tensor like `x`, returns a scalar tensor.
        x: A float tensor of any shape; not a variable.

    Returns:
        A tensor with the shape and dtype of `x`.
    """
    raise NotImplementedError("your turn: `grad_at`")


def two_grads(f, g, v):
    """Return the gradients of `f(v)` and of `g(f(v))`, both with respect to `v`.

    Use one tape, and evaluate `f` once.

    Args:
        f: Takes a float tensor, returns one of the same shape.
        g: Takes a float tensor, returns one of the same shape.
        v: A float tensor of any shape.

    Returns:
        A pair of tensors, each with the shape and dtype of `v`.
    """
    raise NotImplementedError("your turn: `two_grads`")


def sensitivity(f, xs):
    """Return the gradient of `f(*xs)` with respect to each input.

    Args:
        f: Takes `len(xs)` tensors, returns a scalar tensor.
        xs: A list of float tensors.

    Returns:
        A list of tensors like `xs`; zeros where `f` does not use the input.
    """
    raise NotImplementedError("your turn: `sensitivity`")
