"""A `stop_gradient` cuts the first layer of the subclass off, so that it never learns.

fails: test_own_weights
hint: Ask a tape for the gradient of each weight. Which one is None, and where was it lost?
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
            keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(n_out),
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
        return self.second(keras.ops.stop_gradient(self.first(x)))
