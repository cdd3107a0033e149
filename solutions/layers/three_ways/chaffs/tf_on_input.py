"""A `tf` operation is called on what `keras.Input` returned.

fails: test_at_once
hint: A KerasTensor has a shape and no values. Which layer, or which of `keras.ops`, takes it?
"""

import keras
import tensorflow as tf


class Linear(keras.Model):
    def __init__(self, units=1):
        super().__init__()
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return self.dense(x)


def sequential_mlp(n_in, hidden, n_out):
    return keras.Sequential(
        [
            keras.Input(shape=(n_in,)),
            keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(n_out),
        ]
    )


def functional_mlp(n_in, hidden, n_out):
    inputs = keras.Input(shape=(n_in,))
    middle = tf.nn.relu(keras.layers.Dense(hidden)(inputs))
    return keras.Model(inputs, keras.layers.Dense(n_out)(middle))


class MLP(keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.first = keras.layers.Dense(hidden, activation="relu")
        self.second = keras.layers.Dense(n_out)

    def call(self, x):
        return self.second(self.first(x))
