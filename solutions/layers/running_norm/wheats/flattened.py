"""All axes but the last become one, and sums are divided by their number; clumsy but right."""

import keras
import tensorflow as tf


class RunningNorm(keras.layers.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        keras.layers.Layer.__init__(self, **kwargs)
        self.momentum = float(momentum)
        self.epsilon = float(epsilon)

    def build(self, input_shape):
        self.width = int(input_shape[-1])
        self.mean = self.add_weight(
            name="running_average",
            shape=[self.width],
            dtype="float32",
            initializer=keras.initializers.Zeros(),
            trainable=False,
        )
        self.var = self.add_weight(
            name="running_variance",
            shape=[self.width],
            dtype="float32",
            initializer=keras.initializers.Ones(),
            trainable=False,
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        rows = tf.reshape(inputs, [-1, self.width])
        if training is None:
            training = False
        if training is True:
            number = tf.cast(tf.shape(rows)[0], tf.float32)
            average = tf.reduce_sum(rows, axis=0) / number
            variance = tf.reduce_sum((rows - average) ** 2, axis=0) / number
            self.mean.assign(self.mean * self.momentum)
            self.mean.assign_add((1.0 - self.momentum) * average)
            self.var.assign(self.var * self.momentum)
            self.var.assign_add((1.0 - self.momentum) * variance)
        else:
            average = tf.identity(self.mean)
            variance = tf.identity(self.var)
        deviation = tf.math.sqrt(variance + self.epsilon)
        return tf.reshape((rows - average) / deviation, tf.shape(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape
