"""The valid steps are counted in an int8, which ends at 127.

fails: test_other_sizes
hint: How far does the dtype reach in which you count?
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
            count = tf.reduce_sum(tf.cast(mask, tf.int8), axis=1, keepdims=True)
            mean = tf.math.divide_no_nan(total, tf.cast(count, x.dtype))
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
