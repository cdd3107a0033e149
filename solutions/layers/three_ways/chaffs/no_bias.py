"""The layers have no bias.

fails: test_at_once
hint: How many weights does the perceptron of the formula have, and how many does yours?
"""

import keras


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
            keras.layers.Dense(hidden, activation="relu", use_bias=False),
            keras.layers.Dense(n_out, use_bias=False),
        ]
    )


def functional_mlp(n_in, hidden, n_out):
    inputs = keras.Input(shape=(n_in,))
    middle = keras.layers.Dense(hidden, activation="relu")(inputs)
    return keras.Model(inputs, keras.layers.Dense(n_out)(middle))


class MLP(keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.first = keras.layers.Dense(hidden, activation="relu")
        self.second = keras.layers.Dense(n_out)

    def call(self, x):
        return self.second(self.first(x))
