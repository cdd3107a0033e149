"""`score` is a plain Python function, which is never traced.

fails: test_one_trace
hint: What makes a `tf.function` of a function?
"""

import tensorflow as tf


def make_scorer():

    def score(x, k):
        return tf.reduce_sum(x, axis=-1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
