"""`call_many` hands over Python numbers, and each one is a constant that needs a trace of its own.

fails: test_traces_without_signature
hint: What is `k` to a `tf.function` that says nothing of its arguments: a value to be fed, or a part of the graph?
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
    return [score(tf.constant(x), k) for x, k in zip(batches, ks, strict=True)]
