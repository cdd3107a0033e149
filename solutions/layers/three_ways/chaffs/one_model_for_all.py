"""The model is made once and returned again and again.

fails: test_own_weights
hint: Make two models, train one, and look at the other. Are they two?
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


_MADE = {}


def functional_mlp(n_in, hidden, n_out):
    if (n_in, hidden, n_out) not in _MADE:
        inputs = keras.Input(shape=(n_in,))
        middle = keras.layers.Dense(hidden, activation="relu")(inputs)
        model = keras.Model(inputs, keras.layers.Dense(n_out)(middle))
        _MADE[n_in, hidden, n_out] = model
    return _MADE[n_in, hidden, n_out]


class MLP(keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.first = keras.layers.Dense(hidden, activation="relu")
        self.second = keras.layers.Dense(n_out)

    def call(self, x):
        return self.second(self.first(x))
