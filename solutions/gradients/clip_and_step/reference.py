"""Clip the gradients, then step."""

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
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    return [None if grad is None else grad * scale for grad in dense], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    """Subtract `lr` times its gradient from each variable, in place.

    Args:
        variables: A list of `tf.Variable`s.
        grads: A list of the same length: float tensors, `tf.IndexedSlices` and None;
            None leaves its variable as it is.
        lr: A Python float.
    """
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
