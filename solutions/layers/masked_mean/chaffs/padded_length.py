"""The sum is divided by the padded length.

fails: test_mask
hint: How many steps of the row were valid, and by what do you divide?
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
            mean = total / tf.cast(tf.shape(x)[1], x.dtype)
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
