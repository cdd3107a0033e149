"""An empty batch is answered without `score`.

fails: test_given_score
hint: Do you know what a `score` that you have not written returns for a batch without rows?
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
        score(tf.constant(x), tf.constant(k, tf.int32)) if len(x) else tf.zeros([0])
        for x, k in zip(batches, ks, strict=True)
    ]
