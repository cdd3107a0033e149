"""An IndexedSlices comes back as one, with its repeated rows; an `if` decides on scaling."""

import tensorflow as tf


def squares(grad):
    if isinstance(grad, tf.IndexedSlices):
        rows, where = tf.unique(grad.indices)
        values = tf.math.unsorted_segment_sum(grad.values, where, tf.size(rows))
        return tf.reduce_sum(values * values)
    return tf.reduce_sum(grad * grad)


def clip_global(grads, limit):
    norm = sum(squares(g) for g in grads if g is not None) ** 0.5
    scale = norm * 0 + 1
    if norm > limit:
        scale = limit / norm
    clipped = []
    for g in grads:
        if g is None:
            clipped.append(None)
        elif isinstance(g, tf.IndexedSlices):
            clipped.append(tf.IndexedSlices(g.values * scale, g.indices))
        else:
            clipped.append(g * scale)
    return tuple(clipped), norm


def sgd_step(variables, grads, lr):
    for i in range(len(variables)):
        g = grads[i]
        if g is None:
            continue
        if isinstance(g, tf.IndexedSlices):
            g = tf.IndexedSlices(-lr * g.values, g.indices, g.dense_shape)
            variables[i].scatter_add(g)
        else:
            variables[i].assign_add(-lr * g)
