"""The layer makes a mask of its own from steps that are all zeros.

fails: test_mask, test_no_mask
hint: May a step that counts be all zeros? Who knows which steps count?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        mask = tf.reduce_any(x != 0, axis=-1)
        if mask is None:
            mean = tf.reduce_mean(x, axis=1)
        else:
            weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
            total = tf.reduce_sum(x * weights, axis=1)
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
