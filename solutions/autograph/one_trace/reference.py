"""One trace for all."""

import tensorflow as tf


def make_scorer():
    """Return a `tf.function` `score(x, k)` that is traced once.

    It takes a float32 tensor `x`, shape `(batch, 3)`, and an int32 scalar tensor `k`,
    and returns a float32 tensor, shape `(batch,)`: each row's sum, times `k`.

    Returns:
        The `tf.function`.
    """

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, 3], tf.float32),
            tf.TensorSpec([], tf.int32),
        ]
    )
    def score(x, k):
        return tf.reduce_sum(x, axis=-1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    """Call `score` for each pair of a batch and a number.

    Args:
        score: A function of `x` and `k`.
        batches: A list of float32 arrays, each of shape `(batch, 3)`.
        ks: A list of as many Python ints.

    Returns:
        A list of what `score` returned, in order.
    """
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
