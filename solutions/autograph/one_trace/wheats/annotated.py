"""Keras operations, a lambda with a signature, keywords, and a generator."""

import keras
import tensorflow as tf


def make_scorer():
    return tf.function(
        lambda x, k: keras.ops.sum(x, axis=-1) * keras.ops.cast(k, "float32"),
        input_signature=[
            tf.TensorSpec(shape=[None, 3], dtype="float32"),
            tf.TensorSpec(shape=[], dtype="int32"),
        ],
        reduce_retracing=True,
    )


def _calls(score, batches, ks):
    for batch, k in zip(batches, ks):  # noqa: B905
        yield score(
            x=tf.constant(batch, tf.float32),
            k=tf.Variable(k, dtype=tf.int32).read_value(),
        )


def call_many(score, batches, ks):
    return [*_calls(score, batches, ks)]
