"""The loop stops after a hundred rounds.

fails: test_values_elsewhere
hint: What is the largest number in float32, and how often must it be halved?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        for _ in tf.range(100):
            if tf.reduce_max(tf.abs(x)) > self.limit:
                x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
