"""Slices become tensors in the very list that was handed in.

fails: test_argument
hint: To whom does the list `grads` belong? What do they find in it afterwards?
"""

import tensorflow as tf


def clip_global(grads, limit):
    for i, grad in enumerate(grads):
        if isinstance(grad, tf.IndexedSlices):
            grads[i] = tf.convert_to_tensor(grad)
    norm = _joint_norm([grad for grad in grads if grad is not None])
    scale = limit / tf.maximum(norm, limit)
    return [None if grad is None else grad * scale for grad in grads], norm


def _joint_norm(grads):
    if not grads:
        return tf.constant(0.0)
    return tf.sqrt(tf.add_n([tf.reduce_sum(grad**2) for grad in grads]))


def sgd_step(variables, grads, lr):
    for variable, grad in zip(variables, grads):
        if grad is not None:
            variable.assign_sub(lr * tf.convert_to_tensor(grad))
