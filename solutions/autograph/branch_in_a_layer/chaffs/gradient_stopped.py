"""The loop runs on a copy that no gradient passes.

fails: test_gradient, test_fit
hint: Follow the gradient back from the output. At which operation does it end?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        x = tf.stop_gradient(x)
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
