"""The tensors that `score` returned are turned into arrays.

fails: test_given_score
hint: What kind of thing does `score` return, and what kind is in your list?
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
        return tf.reduce_sum(x, axis=-1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32)).numpy()
        for x, k in zip(batches, ks)
    ]
