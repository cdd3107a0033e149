"""The mask gets its new axis in the wrong place.

fails: test_mask
hint: What is the shape of `x`, and that of the mask? Which axis does the mask lack?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        if mask is None:
            mean = tf.reduce_mean(x, axis=1)
        else:
            weights = tf.cast(mask, x.dtype)[:, tf.newaxis, :]
            total = tf.reduce_sum(x * weights, axis=1)
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
