"""The gradient passes as if nothing had been halved or turned.

fails: test_gradient, test_fit
hint: What is the derivative of x / 4 with respect to x?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        given = x
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return tf.stop_gradient(x) + (given - tf.stop_gradient(given))
