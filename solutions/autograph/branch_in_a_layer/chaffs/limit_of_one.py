"""The limit is always 1, whatever the layer was given.

fails: test_values_elsewhere
hint: Where in `call` does the `limit` of your layer appear?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > 1.0:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
