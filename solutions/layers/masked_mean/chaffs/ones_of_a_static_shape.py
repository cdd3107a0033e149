"""Where there is no mask one is made from the static shape, which may be unknown.

fails: test_in_a_model
hint: What is `x.shape[1]` while the graph of a model for any length is built? What knows the length later?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        if mask is None:
            ones = tf.ones([1, x.shape[1] or 1, 1])
            mean = tf.reduce_sum(x * ones, axis=1) / tf.reduce_sum(ones, axis=1)
        else:
            weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
            total = tf.reduce_sum(x * weights, axis=1)
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
