"""The mask is not used, so the padding counts.

fails: test_mask
hint: What arrives in `mask`, and which line of yours reads it?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        mean = tf.reduce_mean(x, axis=1)
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
