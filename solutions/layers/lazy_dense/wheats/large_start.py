"""Clumsy but right: large random weights, odd names, and a loop over the leading axes."""

import keras
import tensorflow as tf


class LazyDense(keras.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        keras.Layer.__init__(self, **kwargs)
        self.n = int(units)
        self.with_bias = bool(use_bias)

    def build(self, input_shape):
        *_, self.width = input_shape
        self.matrix = self.add_weight(
            shape=(self.width, self.n),
            initializer=keras.initializers.RandomUniform(-9.0, 9.0),
            name="W",
            trainable=True,
        )
        self.offset = 0.0
        if self.with_bias:
            self.offset = self.add_weight(
                shape=(self.n,), initializer="ones", name="offset"
            )
        self.built = True

    def call(self, inputs):
        flat = tf.reshape(inputs, [-1, self.width])
        columns = [tf.linalg.matvec(flat, self.matrix[:, j]) for j in range(self.n)]
        out = tf.stack(columns, axis=1) + self.offset
        return tf.reshape(out, tf.concat([tf.shape(inputs)[:-1], [self.n]], axis=0))
