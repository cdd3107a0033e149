"""How often to halve is computed by a logarithm, which is not exact.

fails: test_values_elsewhere
hint: How often must a magnitude be halved that is just above 4 times the limit?
"""

import math

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        ratio = tf.maximum(tf.reduce_max(tf.abs(x)) / self.limit, 1.0)
        times = tf.cast(
            tf.math.ceil(tf.math.log(ratio) / math.log(2.0) - 1e-6), tf.int32
        )
        for _ in tf.range(times):
            x /= 2.0
        if tf.reduce_mean(x) < 0.0:
            x = -x
        return x
