"""`call_many` hands over NumPy numbers, which not every `score` can take for tensors.

fails: test_traces_without_signature
hint: What kind of thing is your `k` before `score` is called? Which function makes a tensor?
"""

import numpy as np
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
    return [score(tf.constant(x), np.array(k, "int32")) for x, k in zip(batches, ks)]
