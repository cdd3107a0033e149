"""Each row is scaled by itself.

fails: test_eager
hint: Over which axes is the largest magnitude taken? The statement speaks of the whole batch.
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        largest = tf.reduce_max(tf.abs(x), axis=-1, keepdims=True)
        while tf.reduce_any(largest > self.limit):
            x = tf.where(largest > self.limit, x / 2, x)
            largest = tf.reduce_max(tf.abs(x), axis=-1, keepdims=True)
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
