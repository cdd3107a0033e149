"""The norm of no gradient at all cannot be computed.

fails: test_none
hint: What is the sum of no squares? Try `clip_global([None], 1.0)`.
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    return [None if grad is None else grad * scale for grad in dense], norm


def _joint_norm(grads):
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
