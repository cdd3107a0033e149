"""One gradient for each example.

`README.md` beside this file says what to write. Look at your work with

    grader check gradients/per_example_grads
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    """Return the gradient of each example's loss with respect to `w`.

    Use one tape, and call `loss_fn` once.

    Args:
        loss_fn: `loss_fn(w, x, y)` returns the losses, shape `(batch,)`, each of which
            depends on its own example alone.
        w: A float tensor or `tf.Variable` of any shape.
        x: The inputs, a tensor with shape `(batch, ...)`.
        y: The targets, a tensor with shape `(batch, ...)`.

    Returns:
        A tensor with shape `(batch, *w.shape)` and the dtype of `w`.
    """
    raise NotImplementedError("your turn: `per_example_grads`")


def input_jacobian(f, x):
    """Return the Jacobian of `f` at each row of `x`.

    Compute no tensor with an entry for each pair of rows: they do not interact.

    Args:
        f: Takes a tensor with shape `(batch, n)`, returns one with shape `(batch, m)`;
            a row of the result depends on the same row of the input alone.
        x: A float tensor with shape `(batch, n)`; not a variable.

    Returns:
        A tensor with shape `(batch, m, n)` and the dtype of `x`: at `[b, i, j]` the
        derivative of output `i` with respect to input `j` in row `b`.
    """
    raise NotImplementedError("your turn: `input_jacobian`")
