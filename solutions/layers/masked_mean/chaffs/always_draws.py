"""Numbers are drawn in every call, and without training they are not used.

fails: test_draws
hint: After `tf.random.set_seed(1)`, does a call without training change what is drawn next?
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
        dropped = tf.nn.dropout(mean, self.rate)
        mean = tf.where(training, dropped, mean)
        return mean

    def compute_mask(self, x, mask=None):
        return None
