"""A norm of zero is divided by itself.

fails: test_zeros
hint: What is 0 / 0, and what should the clipped gradient be where all gradients are zero?
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = tf.minimum(norm, limit) / norm
    return [None if grad is None else grad * scale for grad in dense], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
