"""The layer asks for a NumPy value while the graph is built, when there is none.

fails: test_eager
hint: While the graph is built `x` stands for values to come. Which operation of TensorFlow does what you want?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)).numpy() > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
