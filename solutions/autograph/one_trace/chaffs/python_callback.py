"""The computation runs in Python, behind `tf.py_function`.

fails: test_no_callback
hint: One trace, but what is in that graph? Could it run on a machine without your Python code?
"""

import tensorflow as tf


def _in_python(x, k):
    return tf.reduce_sum(x, axis=-1) * float(k)


def make_scorer():

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, 3], tf.float32),
            tf.TensorSpec([], tf.int32),
        ]
    )
    def score(x, k):
        result = tf.py_function(_in_python, [x, k], tf.float32)
        return tf.ensure_shape(result, [None])

    return score


def call_many(score, batches, ks):
    return [
        score(tf.constant(x), tf.constant(k, tf.int32))
        for x, k in zip(batches, ks, strict=True)
    ]
