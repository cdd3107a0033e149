"""A feature whose variance is 0 is not divided at all.

fails: test_options, test_gradient
hint: What is `sqrt(0 + epsilon)`? Is it 1?
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
            mean, var = tf.nn.moments(x, list(range(len(x.shape) - 1)))
            self._update(mean, var)
        else:
            mean, var = tf.convert_to_tensor(self.mean), tf.convert_to_tensor(self.var)
        scale = tf.where(var > 0, tf.sqrt(var + self.epsilon), 1.0)
        return (x - mean) / scale
