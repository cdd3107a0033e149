"""The rate of the first step is kept for all later ones.

fails: test_step
hint: What is subtracted when `sgd_step` is called again, with another `lr`?
"""

import tensorflow as tf

_rate = None


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
    global _rate
    if _rate is None:
        _rate = lr
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(_rate * tf.convert_to_tensor(grad))
