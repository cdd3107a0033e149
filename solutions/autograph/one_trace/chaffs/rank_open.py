"""The signature leaves the whole shape open, even the rank.

fails: test_refuses
hint: How many dimensions does a `tf.TensorSpec(None)` have? What should `score` do with a vector?
"""

import tensorflow as tf


def make_scorer():

    @tf.function(
        input_signature=[
            tf.TensorSpec(None, tf.float32),
            tf.TensorSpec([], tf.int32),
        ]
    )
    def score(x, k):
        return tf.reduce_sum(x, axis=-1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
