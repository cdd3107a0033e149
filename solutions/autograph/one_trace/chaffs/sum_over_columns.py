"""The sum runs down the columns.

fails: test_scores
hint: Which axis of `x` counts the rows, and along which one lie the elements of a row?
"""

import tensorflow as tf


def make_scorer():

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, 3], tf.float32),
            tf.TensorSpec([], tf.int32),
        ]
    )
    def score(x, k):
        return tf.reduce_sum(x, axis=0) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
