"""`score` is handed a variable for `k`, the same in each call.

fails: test_traces_without_signature
hint: What would a `score` that keeps its `k` find in it after the next call?
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
    number, results = tf.Variable(0, dtype=tf.int32), []
    for x, k in zip(batches, ks, strict=True):
        number.assign(k)
        results.append(score(tf.constant(x), number))
    return results
