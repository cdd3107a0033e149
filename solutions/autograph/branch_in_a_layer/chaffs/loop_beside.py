"""A formula does the halving, and the loop beside it never makes a round.

fails: test_loop_halves
hint: How many rounds does your loop make? What would be missing without it?
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
        x = x / 2.0 ** tf.math.ceil(
            tf.maximum(tf.math.log(largest / self.limit) / tf.math.log(2.0), 0.0)
        )
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
