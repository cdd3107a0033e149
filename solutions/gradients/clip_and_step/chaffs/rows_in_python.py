"""The rows of slices are added up by a Python loop, which needs their numbers at once.

fails: test_all_kinds_traced
hint: While a graph is built, a tensor has no value yet. Which line of yours asks for one?
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else _dense(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    return [None if grad is None else grad * scale for grad in dense], norm


def _dense(grad):
    if not isinstance(grad, tf.IndexedSlices):
        return grad
    rows = [tf.zeros_like(grad.values[0])] * int(grad.dense_shape[0])
    for value, row in zip(grad.values, grad.indices.numpy()):
        rows[row] += value
    return tf.stack(rows)


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * _dense(grad))
