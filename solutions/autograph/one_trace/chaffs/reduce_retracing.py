"""`reduce_retracing` relaxes a shape only after it has met a second one.

fails: test_one_trace
hint: How many traces are there after the second batch size? Can you tell beforehand what `reduce_retracing` has to find out?
"""

import tensorflow as tf


def make_scorer():

    @tf.function(reduce_retracing=True)
    def score(x, k):
        return tf.reduce_sum(x, axis=-1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
