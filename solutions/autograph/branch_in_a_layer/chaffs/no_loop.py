"""The number of halvings is computed from a logarithm, without a loop.

fails: test_graph
hint: The numbers are right. Which operation of your graph is the loop that was asked for?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        largest = tf.reduce_max(tf.abs(x))
        halvings = tf.zeros_like(largest)
        if largest > self.limit:
            halvings = tf.math.ceil(
                tf.math.log(largest / self.limit) / tf.math.log(2.0)
            )
        x = x / 2.0**halvings
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
