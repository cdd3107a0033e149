"""Old habits that still work: tf.keras, `input_dim`, a Lambda for a tf operation."""

import tensorflow as tf
from tensorflow import keras


class Linear(tf.keras.Model):
    def __init__(self, units=1):
        super().__init__()
        self.dense = tf.keras.layers.Dense(
            units=units,
            activation=None,
            kernel_initializer=tf.zeros_initializer(),
            bias_initializer=tf.zeros_initializer(),
        )

    def call(self, input):
        output = self.dense(input)
        return output


def sequential_mlp(n_in, hidden, n_out):
    return tf.keras.models.Sequential(
        [
            tf.keras.layers.Dense(hidden, input_dim=n_in, activation=tf.nn.relu),
            tf.keras.layers.Dense(n_out),
        ]
    )


def functional_mlp(n_in, hidden, n_out):
    inputs = tf.keras.layers.Input(shape=(n_in,))
    x = tf.keras.layers.Dense(hidden)(inputs)
    x = tf.keras.layers.Lambda(lambda t: tf.maximum(t, 0.0))(x)
    outputs = tf.keras.layers.Dense(n_out)(x)
    return keras.models.Model(inputs=inputs, outputs=outputs)


class MLP(tf.keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(units=hidden, activation=tf.nn.relu)
        self.dense2 = tf.keras.layers.Dense(units=n_out)

    def call(self, inputs):
        x = self.dense1(inputs)
        x = self.dense2(x)
        return x
