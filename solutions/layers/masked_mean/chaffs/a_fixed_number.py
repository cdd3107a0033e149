"""A fixed share of the numbers is dropped, and only which ones is chance.

fails: test_draws
hint: Can your layer drop none of two numbers, or both? With a rate of a half each happens.
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
        if training and self.rate:
            size = tf.size(mean)
            count = tf.cast(self.rate * tf.cast(size, tf.float32), tf.int32)
            keep = tf.random.shuffle(tf.range(size)) >= count
            keep = tf.reshape(keep, tf.shape(mean))
            mean = tf.where(keep, mean / (1 - self.rate), 0.0)
        return mean

    def compute_mask(self, x, mask=None):
        return None
