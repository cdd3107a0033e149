"""The functional model is a subclass that hands inputs and outputs to `super().__init__`."""

import keras
from keras import ops


class Linear(keras.Model):
    def __init__(self, units=1):
        if not isinstance(units, int) or units < 1:
            raise ValueError(f"units is {units!r}")
        super().__init__()
        self.kernel = keras.layers.Dense(units, use_bias=False)
        self.shift = Shift()

    def call(self, x):
        return self.shift(self.kernel(x))


class Shift(keras.layers.Layer):
    def build(self, shape):
        self.b = self.add_weight(shape=(shape[-1],), initializer="random_normal")

    def call(self, x):
        return ops.add(x, self.b)


def sequential_mlp(n_in, hidden, n_out):
    dense = keras.layers.Dense
    model = keras.models.Sequential(name="sequential_mlp")
    for layer in (keras.layers.InputLayer(shape=(n_in,)), dense(hidden)):
        model.add(layer)
    model.add(keras.layers.Activation(keras.activations.relu))
    model.add(dense(n_out))
    return model


class Graph(keras.Model):
    def __init__(self, n_in, hidden, n_out):
        x = keras.Input((n_in,))
        h = ops.relu(keras.layers.Dense(hidden)(x))
        super().__init__(inputs=[x], outputs=keras.layers.Dense(n_out)(h))


def functional_mlp(n_in, hidden, n_out):
    return Graph(n_in, hidden, n_out)


class MLP(keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.d1 = keras.layers.Dense(units=hidden)
        self.d2 = keras.layers.Dense(units=n_out)

    def call(self, inputs):
        h = self.d1(inputs)
        return self.d2(ops.maximum(h, 0))
