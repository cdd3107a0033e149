"""A layer that is not trainable returns its input as it is.

fails: test_keywords
hint: What should a frozen layer do that has no weights?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        if self.trainable:
            while tf.reduce_max(tf.abs(x)) > self.limit:
                x = x / 2
            if tf.reduce_mean(x) < 0:
                x = -x
        return x
