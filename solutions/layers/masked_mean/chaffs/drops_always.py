"""Numbers are dropped without training too.

fails: test_inference, test_in_a_model
hint: Call the layer twice on the same input. When may the answers differ?
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
        mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        return None
