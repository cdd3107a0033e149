"""All gradients are laid end to end, clipped as one vector and cut apart again."""

import tensorflow as tf


def clip_global(grads, limit):
    used = [tf.convert_to_tensor(g) for g in grads if g is not None]
    if len(used) == 0:
        return list(grads), 0.0
    vector = tf.concat([tf.reshape(g, (-1,)) for g in used], axis=0)
    norm = tf.norm(vector)
    vector = tf.where(
        norm > limit,
        vector * tf.math.divide_no_nan(tf.cast(limit, norm.dtype), norm),
        vector,
    )
    pieces = iter(tf.split(vector, [g.shape.num_elements() for g in used]))
    shapes = iter(g.shape for g in used)
    return [
        None if g is None else tf.reshape(next(pieces), next(shapes)) for g in grads
    ], norm


def sgd_step(variables, grads, lr):
    pairs = [(v, g) for v, g in zip(variables, grads) if g is not None]
    for v, g in pairs:
        tf.raw_ops.ResourceApplyGradientDescent(
            var=v.handle,
            alpha=tf.constant(lr, v.dtype),
            delta=tf.convert_to_tensor(g),
        )
