"""Of the keyword arguments only `name` reaches Keras.

fails: test_keywords
hint: What becomes of `AdaptiveScale(trainable=False)`? Do you know all that Keras may be given?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(name=kwargs.get("name"))
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
