"""Every call draws the same numbers.

fails: test_draws
hint: What does a fixed seed do to a draw that should be new in each call?
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
            mean = tf.nn.experimental.stateless_dropout(mean, self.rate, [1, 2])
        return mean

    def compute_mask(self, x, mask=None):
        return None
