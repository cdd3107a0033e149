"""One model, three ways."""

import keras


class Linear(keras.Model):
    """A linear model, `x @ W + b`.

    Args:
        units: The width of the output.

    Input shape:
        2D tensor with shape: `(batch, width)`.

    Output shape:
        2D tensor with shape: `(batch, units)`.
    """

    def __init__(self, units=1):
        """Make the layer that holds the weights."""
        super().__init__()
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        """Return `x @ W + b`."""
        return self.dense(x)


def sequential_mlp(n_in, hidden, n_out):
    """Return `relu(x @ W1 + b1) @ W2 + b2` as a `Sequential` that is built.

    Args:
        n_in: The width of the input.
        hidden: The width in the middle.
        n_out: The width of the output.

    Returns:
        A `keras.Sequential`.
    """
    return keras.Sequential(
        [
            keras.Input(shape=(n_in,)),
            keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(n_out),
        ]
    )


def functional_mlp(n_in, hidden, n_out):
    """Return `relu(x @ W1 + b1) @ W2 + b2` as a functional model.

    Args:
        n_in: The width of the input.
        hidden: The width in the middle.
        n_out: The width of the output.

    Returns:
        A `keras.Model` of inputs and outputs.
    """
    inputs = keras.Input(shape=(n_in,))
    middle = keras.layers.Dense(hidden, activation="relu")(inputs)
    return keras.Model(inputs, keras.layers.Dense(n_out)(middle))


class MLP(keras.Model):
    """The same perceptron, `relu(x @ W1 + b1) @ W2 + b2`, as a subclass.

    Args:
        hidden: The width in the middle.
        n_out: The width of the output.

    Input shape:
        2D tensor with shape: `(batch, n_in)`.

    Output shape:
        2D tensor with shape: `(batch, n_out)`.
    """

    def __init__(self, hidden, n_out):
        """Make the layers."""
        super().__init__()
        self.first = keras.layers.Dense(hidden, activation="relu")
        self.second = keras.layers.Dense(n_out)

    def call(self, x):
        """Connect the layers."""
        return self.second(self.first(x))
