"""The sign is never turned.

fails: test_eager
hint: What should happen to data of which the mean is negative?
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
        return x
