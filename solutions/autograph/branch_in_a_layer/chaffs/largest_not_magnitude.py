"""The largest value is taken, and not the largest magnitude.

fails: test_eager
hint: Does a -9 lie within the limit 1?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(x) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
