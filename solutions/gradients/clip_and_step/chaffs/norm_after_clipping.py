"""The norm that is returned is that of the clipped gradients.

fails: test_joint_norm
hint: Which norm would tell you that a batch was odd: the one before clipping, or the limit itself?
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    clipped = [None if grad is None else grad * scale for grad in dense]
    return clipped, _joint_norm([grad for grad in clipped if grad is not None])


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
