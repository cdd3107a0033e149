"""The rate is rounded to tenths.

fails: test_draws
hint: Which share is dropped for a rate of 0.25?
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
            counts = tf.cast(mask, x.dtype)[:, :, None]
            mean = tf.math.divide_no_nan(
                tf.reduce_sum(x * counts, 1), tf.reduce_sum(counts, 1)
            )
        if training and self.rate:
            die = tf.random.uniform(tf.shape(mean), 0, 10, tf.int32)
            kept = tf.cast(die, tf.float32) >= 10 * self.rate - 1e-6
            mean = tf.where(kept, mean / (1 - self.rate), 0.0)
        return mean

    def compute_mask(self, x, mask=None):
        return None
