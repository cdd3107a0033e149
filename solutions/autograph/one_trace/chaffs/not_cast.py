"""An int32 is multiplied with a float32, and TensorFlow never converts by itself.

fails: test_scores
hint: Which dtypes do the two factors have? Which function changes a dtype?
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
        return tf.reduce_sum(x, axis=-1) * k

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
