"""Clumsy but right: `tf.map_fn` over the rows, each with `tf.boolean_mask`."""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = tf.constant(rate, tf.float32)

    def call(self, x, mask=None, training=False):
        mean = self._mean(x, mask)
        if training:
            draw = tf.random.uniform(tf.shape(mean), dtype=tf.float32)
            mean = mean * tf.cast(draw > self.rate, tf.float32) / (1.0 - self.rate)
        return mean

    def _mean(self, x, mask):
        if mask is None:
            return tf.math.divide(tf.add_n([tf.reduce_sum(x, 1)]), len_of(x))

        def one(row):
            steps, valid = row
            kept = tf.boolean_mask(steps, valid)
            total = tf.reduce_sum(kept, axis=0)
            return total / tf.cast(tf.maximum(tf.shape(kept)[0], 1), tf.float32)

        return tf.map_fn(one, (x, mask), fn_output_signature=tf.float32)

    def compute_mask(self, x, mask=None):
        return None


def len_of(x):
    return tf.cast(tf.shape(x)[1], x.dtype)
