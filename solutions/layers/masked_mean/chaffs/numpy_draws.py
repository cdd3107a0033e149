"""NumPy draws, once, while the graph is built.

fails: test_draws, test_in_a_model
hint: How often does a line of NumPy run inside a `tf.function`?
"""

import keras
import numpy as np
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        if mask is None:
            mean = tf.reduce_mean(x, axis=1)
        else:
            weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
            total = tf.reduce_sum(x * weights, axis=1)
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            keep = np.random.uniform(size=mean.shape) >= self.rate
            mean = mean * tf.cast(keep, mean.dtype) / (1 - self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
