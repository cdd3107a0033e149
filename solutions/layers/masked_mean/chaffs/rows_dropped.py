"""Whole sequences are dropped, not single numbers.

fails: test_training
hint: How many numbers are drawn for a batch of 8 with 40 features?
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
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            some = [tf.shape(mean)[0], 1]
            mean = tf.nn.dropout(mean, self.rate, noise_shape=some)
        return mean

    def compute_mask(self, x, mask=None):
        return None
