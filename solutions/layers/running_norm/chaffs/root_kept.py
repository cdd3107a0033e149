"""The divisor is computed at the first prediction, and kept whatever becomes of the variance.

fails: test_prediction
hint: Predict, load other weights, predict again. Which of the two variances divides the second time?
"""

import keras
import tensorflow as tf


class RunningNorm(keras.layers.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon
        self.root = None

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.mean = self.add_weight(
            shape=shape, initializer="zeros", trainable=False, name="mean"
        )
        self.var = self.add_weight(
            shape=shape, initializer="ones", trainable=False, name="var"
        )

    def call(self, x, training=False):
        if not training:
            if self.root is None:
                self.root = tf.sqrt(self.var + self.epsilon)
            return (x - self.mean) / self.root
        axes = list(range(len(x.shape) - 1))
        mean, var = tf.nn.moments(x, axes)
        self.mean.assign(self._moved(self.mean, mean))
        self.var.assign(self._moved(self.var, var))
        return (x - mean) / tf.sqrt(var + self.epsilon)

    def _moved(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new
