"""The data are divided by their largest magnitude, and not halved.

fails: test_eager
hint: By which factors may the output differ from the input?
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
            x = x * self.limit / tf.reduce_max(tf.abs(x))
            x = x * 0.999
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
