"""The variance is made from its root, which has no gradient at 0.

fails: test_gradient
hint: What is the slope of the root at 0, and what becomes of it in your gradient?
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

    def _update(self, mean, var):
        self.mean.assign(self.momentum * self.mean + (1 - self.momentum) * mean)
        self.var.assign(self.momentum * self.var + (1 - self.momentum) * var)

    def call(self, x, training=False):
        if training:
            axes = list(range(len(x.shape) - 1))
            mean, std = tf.reduce_mean(x, axes), tf.math.reduce_variance(x, axes) ** 0.5
            self._update(mean, std**2)
        else:
            mean, std = tf.convert_to_tensor(self.mean), self.var**0.5
        return (x - mean) / tf.sqrt(std**2 + self.epsilon)
