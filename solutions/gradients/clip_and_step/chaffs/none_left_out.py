"""None is left out of the clipped list, so gradients and variables no longer pair.

fails: test_none
hint: How many gradients does `clip_global` return for three variables of which one is not used?
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    return [grad * scale for grad in dense if grad is not None], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
