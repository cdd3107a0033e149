"""The factor is kept from call to call.

fails: test_eager
hint: Call the layer with large data and then with small ones. Where does the second factor start?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def build(self, input_shape):
        self.factor = self.add_weight(shape=(), initializer="ones", trainable=False)

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) * self.factor > self.limit:
            self.factor.assign(self.factor / 2)
        x = x * self.factor
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
