"""The data are halved once at most.

fails: test_eager
hint: How many halvings does a 37 need to come below 1? Who knows that before the data come?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        too_large = tf.reduce_max(tf.abs(x)) > self.limit
        x = tf.where(too_large, x / 2, x)
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
