"""The sign is taken apart from the magnitude, and has no gradient at 0.

fails: test_gradient
hint: What is the slope of `tf.abs` at 0, and what is it of `x / 2`?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        sign, size = tf.sign(x), tf.abs(x)
        while tf.reduce_max(size) > self.limit:
            size /= 2.0
        x = sign * size
        if tf.reduce_mean(x) < 0.0:
            x = -x
        return x
