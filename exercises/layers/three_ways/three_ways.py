"""One model, three ways.

`README.md` beside this file says what to write. Look at your work with

    grader check layers/three_ways
"""

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
        raise NotImplementedError("your turn: `Linear.__init__`")

    def call(self, x):
        """Return `x @ W + b`."""
        raise NotImplementedError("your turn: `Linear.call`")


def sequential_mlp(n_in, hidden, n_out):
    """Return `relu(x @ W1 + b1) @ W2 + b2` as a `Sequential` that is built.

    Args:
        n_in: The width of the input.
        hidden: The width in the middle.
        n_out: The width of the output.

    Returns:
        A `keras.Sequential`.
    """
    raise NotImplementedError("your turn: `sequential_mlp`")


def functional_mlp(n_in, hidden, n_out):
    """Return `relu(x @ W1 + b1) @ W2 + b2` as a functional model.

    Args:
        n_in: The width of the input.
        hidden: The width in the middle.
        n_out: The width of the output.

    Returns:
        A `keras.Model` of inputs and outputs.
    """
    raise NotImplementedError("your turn: `functional_mlp`")


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
        raise NotImplementedError("your turn: `MLP.__init__`")

    def call(self, x):
        """Connect the layers."""
        raise NotImplementedError("your turn: `MLP.call`")
