"""A name is bound to a new tensor, and the variable stays as it was.

fails: test_step
hint: `v = v - step` changes what the name means. Who else holds the variable, and what do they see?
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
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
            variable = variable - lr * tf.convert_to_tensor(grad)
