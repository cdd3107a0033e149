"""A mask is expected in every call.

fails: test_no_mask
hint: What is `mask` when nothing before the layer made one?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
        total = tf.reduce_sum(x * weights, axis=1)
        mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
