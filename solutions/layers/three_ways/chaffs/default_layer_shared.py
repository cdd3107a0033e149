"""A layer is the default of an argument, and so all models share it that do not give one.

fails: test_own_weights
hint: How often does Python compute the default of an argument?
"""

import keras


class Linear(keras.Model):
    def __init__(self, units=1, dense=keras.layers.Dense(1)):
        super().__init__()
        if units != 1:
            dense = keras.layers.Dense(units)
        self.dense = dense

    def call(self, x):
        return self.dense(x)


def sequential_mlp(n_in, hidden, n_out):
    return keras.Sequential(
        [
            keras.Input((n_in,)),
            keras.layers.Dense(hidden, "relu"),
            keras.layers.Dense(n_out),
        ]
    )


def functional_mlp(n_in, hidden, n_out):
    inputs = keras.Input((n_in,))
    x = keras.layers.Dense(hidden, "relu")(inputs)
    return keras.Model(inputs, keras.layers.Dense(n_out)(x))


class MLP(keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.hidden = keras.layers.Dense(hidden, "relu")
        self.out = keras.layers.Dense(n_out)

    def call(self, x):
        return self.out(self.hidden(x))
