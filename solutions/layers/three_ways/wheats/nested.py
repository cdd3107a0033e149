"""Models within models: the functional one calls `MLP`, which holds a `Sequential`."""

from keras import Input, Model, Sequential
from keras.layers import Dense


class Linear(Model):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.net = Sequential([Dense(units, kernel_initializer="zeros")])

    def call(self, x, training=None):
        return self.net(x, training=training)


def sequential_mlp(n_in, hidden, n_out):
    first = Sequential([Input((n_in,)), Dense(hidden, "relu")])
    return Sequential([first, Dense(n_out)])


def functional_mlp(n_in, hidden, n_out):
    x = Input(shape=[n_in])
    return Model(x, MLP(hidden, n_out)(x))


class MLP(Model):
    def __init__(self, hidden, n_out):
        super().__init__()
        self.layers_in_order = [Dense(hidden, activation="relu"), Linear(n_out)]

    def call(self, x):
        for layer in self.layers_in_order:
            x = layer(x)
        return x
