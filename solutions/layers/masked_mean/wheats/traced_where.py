"""`call` is a tf.function; steps are chosen by tf.where, the mean is a product of matrices."""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate is {rate!r}")
        self.rate = rate
        self.seeds = keras.random.SeedGenerator()

    @tf.function
    def call(self, x, mask=None, training=False):
        shape = tf.shape(x)
        if mask is None:
            mask = tf.fill(shape[:2], True)
        steps = tf.where(mask[:, :, None], 1.0, 0.0)
        total = tf.squeeze(tf.matmul(steps, x, transpose_a=True), axis=1)
        count = tf.math.count_nonzero(mask, axis=1, dtype=tf.float32)[:, None]
        mean = tf.where(count > 0, total / tf.maximum(count, 1.0), 0.0)
        if not training:
            return mean
        return keras.random.dropout(mean, self.rate, seed=self.seeds)

    def compute_mask(self, x, mask=None):
        return None
