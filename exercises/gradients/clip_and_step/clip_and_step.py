"""Clip the gradients, then step.

`README.md` beside this file says what to write. Look at your work with

    grader check gradients/clip_and_step
"""

import tensorflow as tf


def clip_global(grads, limit):
    """Scale gradients by one factor, so that their joint norm is at most `limit`.

    The joint norm is the root of the sum of the squares of all entries. An
    `IndexedSlices` counts as the tensor it stands for.

    Args:
        grads: A list of float tensors, `tf.IndexedSlices` and None.
        limit: A positive Python float.

    Returns:
        A pair: a list like `grads`, and the joint norm before clipping, a scalar.
    """
    raise NotImplementedError("your turn: `clip_global`")


def sgd_step(variables, grads, lr):
    """Subtract `lr` times its gradient from each variable, in place.

    Args:
        variables: A list of `tf.Variable`s.
        grads: A list of the same length: float tensors, `tf.IndexedSlices` and None;
            None leaves its variable as it is.
        lr: A Python float.
    """
    raise NotImplementedError("your turn: `sgd_step`")
