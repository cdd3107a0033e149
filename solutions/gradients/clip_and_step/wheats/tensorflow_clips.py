"""tf.clip_by_global_norm clips what was made dense; slices are scattered in the step."""

import tensorflow as tf


def clip_global(grads, limit):
    full = []
    for g in grads:
        full.append(tf.convert_to_tensor(g) if isinstance(g, tf.IndexedSlices) else g)
    if all(g is None for g in full):
        return full, tf.constant(0.0)
    return tf.clip_by_global_norm(full, limit)


def sgd_step(variables, grads, lr):
    for v, g in zip(variables, grads, strict=True):
        if isinstance(g, tf.IndexedSlices):
            v.scatter_sub(tf.IndexedSlices(lr * g.values, g.indices))
        elif g is not None:
            v.assign(v - lr * g)
