"""`Linear` has two units where nobody says how many.

fails: test_other_sizes
hint: How many units does `Linear()` have?
"""

import keras


class Linear(keras.Model):
    def __init__(self, units=2):
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
        return self.second(self.first(x))
