"""Of a repeated row only the last entry moves the variable.

fails: test_step_with_repeated_rows
hint: A word that occurs three times in a batch has three slices. How many of them does your step use?
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
        old, new = tf.identity(variable), variable
        if grad is not None:
            if isinstance(grad, tf.IndexedSlices):
                for row, value in zip(grad.indices, grad.values):
                    new[row].assign(old[row] - lr * value)
            else:
                variable.assign_sub(lr * grad)
