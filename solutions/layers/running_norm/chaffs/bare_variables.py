"""Bare `tf.Variable`s are made, which Keras 3 neither sees nor saves.

fails: test_state
hint: What does `layer.weights` hold after `build`? Whatever is not there is in no weights file.
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
        self.mean = tf.Variable(tf.zeros(shape), trainable=False)
        self.var = tf.Variable(tf.ones(shape), trainable=False)

    def call(self, x, training=False):
        if training:
            axes = list(range(len(x.shape) - 1))
            mean, var = tf.nn.moments(x, axes)
            self.mean.assign(self._moved(self.mean, mean))
            self.var.assign(self._moved(self.var, var))
        else:
            mean, var = self.mean, self.var
        return (x - mean) / tf.sqrt(var + self.epsilon)

    def _moved(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new
