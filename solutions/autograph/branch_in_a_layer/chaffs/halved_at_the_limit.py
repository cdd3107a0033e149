"""What lies at the limit is halved too.

fails: test_values_elsewhere
hint: Is a magnitude that equals the limit greater than the limit?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) >= self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
