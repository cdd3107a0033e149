"""Each entry is clipped by itself, which turns the step.

fails: test_scaled_together
hint: A step of (10, 1), clipped entry by entry to 1, becomes (1, 1). Does it point the same way?
"""

import tensorflow as tf


def clip_global(grads, limit):
    dense = [None if grad is None else tf.convert_to_tensor(grad) for grad in grads]
    norm = _joint_norm([grad for grad in dense if grad is not None])
    return [
        None if grad is None else tf.clip_by_value(grad, -limit, limit)
        for grad in dense
    ], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
