"""Both outcomes are computed, and `tf.where` picks one.

fails: test_graph
hint: The numbers are right. How much of your graph runs that is not needed?
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
            x = x / 2
        x = tf.where(tf.reduce_mean(x) < 0, -x, x)
        return x
