"""A mean just below 0 is taken for 0.

fails: test_gradient
hint: Which numbers are negative? Is -1e-9 one of them?
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
            x *= 0.5
        if tf.reduce_mean(x) < -keras.config.epsilon():
            x = -x
        return x
