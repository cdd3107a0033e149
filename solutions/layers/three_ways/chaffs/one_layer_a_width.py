"""Layers of the same width are one and the same.

fails: test_other_sizes
hint: How many weights has `MLP(4, 4)` for an input of width 4?
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
        self.widths = (hidden, n_out)
        self.dense = {str(width): keras.layers.Dense(width) for width in self.widths}

    def call(self, x):
        hidden, n_out = self.widths
        x = keras.ops.relu(self.dense[str(hidden)](x))
        return self.dense[str(n_out)](x)
