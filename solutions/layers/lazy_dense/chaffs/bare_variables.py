"""Bare `tf.Variable`s are made, which Keras 3 does not see.

fails: test_weights_made_in_build
hint: `layer.weights` is empty after a call. Which method makes a variable that Keras knows of?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.kernel = tf.Variable(tf.random.normal([input_shape[-1], self.units]))
        if self.use_bias:
            self.bias = tf.Variable(tf.zeros([self.units]))

    def call(self, x):
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
