"""The `indices` of slices are expected to have the dtype of their `dense_shape`.

fails: test_repeated_rows, test_step_with_repeated_rows
hint: Which dtype do the `indices` of a `tf.IndexedSlices` have if the rows were looked up with int64 numbers?
"""

import tensorflow as tf


def _dense(grad):
    if isinstance(grad, tf.IndexedSlices):
        return tf.scatter_nd(grad.indices[:, None], grad.values, grad.dense_shape)
    return grad


def clip_global(grads, limit):
    dense = [None if grad is None else _dense(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    return [None if grad is None else grad * scale for grad in dense], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * _dense(grad))
