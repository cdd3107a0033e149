"""The steps that count become a ragged tensor, and NaN is replaced afterwards."""

import tensorflow as tf
from keras.layers import Layer


class MaskedMean(Layer):
    def __init__(self, rate=0.0, **kwargs):
        Layer.__init__(self, **kwargs)
        self._rate = float(rate)

    def call(self, x, mask=None, training=False):
        if mask is not None:
            steps = tf.ragged.boolean_mask(x, mask)
            mean = tf.reduce_mean(steps, axis=1)
            mean = tf.where(tf.math.is_nan(mean), 0.0, mean)
            mean = tf.reshape(mean, [-1, x.shape[-1]])
        else:
            mean = tf.reduce_mean(x, 1)
        if training and self._rate > 0:
            keep = tf.random.uniform(tf.shape(mean)) >= self._rate
            mean = tf.where(keep, mean / (1 - self._rate), tf.zeros_like(mean))
        return mean

    def compute_mask(self, inputs, mask=None):
        pass
