"""A layer with `trainable=False` drops nothing.

fails: test_draws
hint: Which of the two says that the model is trained now: `training`, or `trainable`?
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.dropout = keras.layers.Dropout(rate)

    def call(self, x, mask=None, training=False):
        if mask is None:
            mean = tf.reduce_mean(x, axis=1)
        else:
            counts = tf.cast(mask, x.dtype)[:, :, None]
            mean = tf.math.divide_no_nan(
                tf.reduce_sum(x * counts, 1), tf.reduce_sum(counts, 1)
            )
        return self.dropout(mean, training=training and self.trainable)

    def compute_mask(self, x, mask=None):
        return None
