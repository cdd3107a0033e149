"""How a solution of `gradients/clip_and_step` is observed.

A gradient comes as an array, as None, or as `[values, rows, shape]` for slices.
"""

import tensorflow as tf


def _gradient(plain, scale=1):
    if plain is None:
        return None
    if isinstance(plain, list):
        values, rows, shape = plain
        return tf.IndexedSlices(
            tf.constant(values) * scale, tf.constant(rows), tf.constant(shape)
        )
    return tf.constant(plain) * scale


def _dense(gradient, like):
    """An IndexedSlices, whether or not it says its shape, as a tensor."""
    if isinstance(gradient, tf.IndexedSlices):
        rows = tf.shape(tf.convert_to_tensor(like))[0]
        return tf.math.unsorted_segment_sum(gradient.values, gradient.indices, rows)
    return gradient


def clipped(solution, gradients, limit):
    """The clipped gradients and the joint norm."""
    given = [_gradient(one) for one in gradients]
    result, norm = solution.clip_global(list(given), limit)
    if len(result) != len(given):
        return {"clipped": list(result), "norm": norm}
    dense = [_dense(*pair) for pair in zip(result, given, strict=True)]
    return {"clipped": dense, "norm": norm}


def argument(solution, gradients, limit):
    """How long the list is after `clip_global`, and which items are still the same."""
    given = [_gradient(one) for one in gradients]
    before = list(given)
    solution.clip_global(given, limit)
    same = [one is other for one, other in zip(given, before, strict=False)]
    return len(given), same


def stepped(solution, starts, gradients, rates):
    """The values of the variables after a step with the same gradients at each rate."""
    variables = [tf.Variable(start) for start in starts]
    for rate in rates:
        given = [_gradient(one) for one in gradients]
        solution.sgd_step(list(variables), given, rate)
    return variables


def traced(solution, starts, gradients, limit, lr):
    """Norms and variables after two steps of a tf.function that clips and steps."""
    variables = [tf.Variable(start) for start in starts]

    @tf.function
    def step(scale):
        given = [_gradient(one, scale) for one in gradients]
        result, norm = solution.clip_global(given, limit)
        solution.sgd_step(variables, result, lr)
        return norm

    norms = [step(tf.constant(scale)) for scale in (1.0, 10.0)]
    return {"norms": norms, "variables": variables}
