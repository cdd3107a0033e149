"""One draw serves two sequences of a batch.

fails: test_draws
hint: How many numbers does a batch of 40 with 40 features have, and how many do you draw?
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
            batch = tf.shape(mean)[0]
            factors = tf.nn.dropout(tf.ones_like(mean[::2]), self.rate)
            mean = mean * tf.repeat(factors, 2, axis=0)[:batch]
        return mean

    def compute_mask(self, x, mask=None):
        return None
