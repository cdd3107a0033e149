"""A pair that came before is not scored again.

fails: test_given_score
hint: How often is a `score` called that returns something else each time?
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
        return tf.reduce_sum(x, axis=1) * tf.cast(k, tf.float32)

    return score


def call_many(score, batches, ks):
    done = {}
    results = []
    for x, k in zip(batches, ks):
        pair = id(x), k
        if pair not in done:
            done[pair] = score(x, tf.constant(k, tf.int32))
        results.append(done[pair])
    return results
