"""Numbers of the input are dropped, not of the mean.

fails: test_training
hint: What becomes 0 in training: the numbers that go into the mean, or those that come out?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        if training:
            x = tf.nn.dropout(x, self.rate)
        if mask is None:
            mean = tf.reduce_mean(x, axis=1)
        else:
            weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
            total = tf.reduce_sum(x * weights, axis=1)
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        return mean

    def compute_mask(self, x, mask=None):
        return None
