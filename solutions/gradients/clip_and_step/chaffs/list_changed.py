"""The caller's list is changed in place.

fails: test_argument
hint: Does the caller still have the gradients as they were? Make a new list.
"""

import tensorflow as tf


def clip_global(grads, limit):
    norm = _joint_norm(
        [tf.convert_to_tensor(grad) for grad in grads if grad is not None]
    )
    scale = limit / tf.maximum(norm, limit)
    for i, grad in enumerate(grads):
        if grad is not None:
            grads[i] = tf.convert_to_tensor(grad) * scale
    return grads, norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
