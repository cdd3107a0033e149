"""The sum is added up `k` times in a loop, which makes no round where `k` is negative.

fails: test_scores_elsewhere
hint: How often does a loop over `tf.range(-4)` run?
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
        total = tf.zeros_like(x[:, 0])
        for _ in tf.range(k):
            total += tf.reduce_sum(x, axis=-1)
        return total

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
