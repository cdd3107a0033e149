"""The layers are made anew in each `call`, and thrown away after it.

fails: test_first_call
hint: `len(model.weights)` after a call is 0. How long does a layer live that is made in `call`?
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
        self.hidden, self.n_out = hidden, n_out

    def call(self, x):
        x = keras.layers.Dense(self.hidden, activation="relu")(x)
        return keras.layers.Dense(self.n_out)(x)
