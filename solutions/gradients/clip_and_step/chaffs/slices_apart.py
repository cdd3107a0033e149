"""The parts of an IndexedSlices are squared before repeated rows are added up.

fails: test_repeated_rows
hint: Two slices of the same row add up before they are squared. What does `tf.convert_to_tensor` make of them?
"""

import tensorflow as tf


def clip_global(grads, limit):
    norm = _joint_norm(
        [getattr(grad, "values", grad) for grad in grads if grad is not None]
    )
    return tf.clip_by_global_norm(grads, limit, use_norm=norm)[0], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
