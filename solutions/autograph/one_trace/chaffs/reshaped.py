"""The batch is pressed into three columns, so that another width is seldom refused.

fails: test_refuses
hint: What does `tf.reshape(x, [-1, 3])` make of two rows of six?
"""

import tensorflow as tf


def make_scorer():

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, None], tf.float32),
            tf.TensorSpec([], tf.int32),
        ]
    )
    def score(x, k):
        x = tf.reshape(x, [-1, 3])
        return tf.reduce_sum(x, axis=-1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32)) for x, k in zip(batches, ks)
    ]
