"""Negative elements are made positive one by one; the mean is not asked.

fails: test_eager
hint: What becomes of a single negative element where the mean is positive?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_any(x < 0):
            x = tf.abs(x)
        return x
