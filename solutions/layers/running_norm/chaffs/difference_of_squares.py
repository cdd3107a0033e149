"""The variance is the mean of the squares less the square of the mean.

fails: test_far_from_zero
hint: A float32 has 7 digits. How many are left when 25000001 is taken from 25000002?
"""

import keras
import tensorflow as tf


class RunningNorm(keras.layers.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.mean = self.add_weight(
            shape=shape, initializer="zeros", trainable=False, name="mean"
        )
        self.var = self.add_weight(
            shape=shape, initializer="ones", trainable=False, name="var"
        )

    def call(self, x, training=False):
        if training:
            axes = list(range(len(x.shape) - 1))
            mean = tf.reduce_mean(x, axes)
            var = tf.reduce_mean(x**2, axes) - mean**2
            self.mean.assign(self._moved(self.mean, mean))
            self.var.assign(self._moved(self.var, var))
        else:
            mean, var = self.mean, self.var
        return (x - mean) / tf.sqrt(var + self.epsilon)

    def _moved(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new
