"""No signature: the general graph is traced beforehand, and `ensure_shape` refuses."""

import tensorflow as tf


def make_scorer():
    @tf.function
    def score(x, k):
        x = tf.ensure_shape(x, [None, 3])
        return tf.reduce_sum(x * tf.cast(k, tf.float32), axis=1)

    score.get_concrete_function(
        tf.TensorSpec([None, 3], tf.float32), tf.TensorSpec([], tf.int32)
    )
    return score


def call_many(score, batches, ks):
    numbers = tf.constant(ks, dtype=tf.int32, shape=[len(ks)])
    return [score(x, k) for x, k in zip(batches, tf.unstack(numbers), strict=True)]
