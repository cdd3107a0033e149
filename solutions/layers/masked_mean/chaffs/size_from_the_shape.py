"""The batch and the length are read off the static shape, where they may be unknown.

fails: test_in_a_model
hint: What is `x.shape[1]` in a model for any length? Which operation knows it at run time?
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
            weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
            total = tf.reduce_sum(x * weights, axis=1)
            length = x.shape[1]
            total_off = length - tf.reduce_sum(weights, axis=1)
            mean = tf.math.divide_no_nan(total, length - total_off)
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
