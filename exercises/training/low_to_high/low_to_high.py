"""From low-level operations to `fit`.

`README.md` beside this file says what to write. Look at your work with

    grader check training/low_to_high
"""

import keras
import tensorflow as tf


def linear(x, w, b):
    """Return `x @ w + b`: the model as a function of tensors. It is given."""
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    """A layer that computes `linear(x, w, b)` with weights of its own.

    Args:
        units: The width of the output.
        **kwargs: Keras's own, such as `name`.

    Input shape:
        2D tensor with shape: `(batch, features)`.

    Output shape:
        2D tensor with shape: `(batch, units)`.
    """

    def __init__(self, units=1, **kwargs):
        """Prepare; the width of the input is not known yet."""
        raise NotImplementedError("your turn: `LowLevel.__init__`")

    def call(self, x):
        """Return `linear(x, w, b)`, shape `(batch, units)`."""
        raise NotImplementedError("your turn: `LowLevel.call`")


def train(x, y, batch_size, epochs, validation_split):
    """Fit a model of one `LowLevel` layer to data.

    Args:
        x: float32 array, shape `(samples, features)`.
        y: float32 array, shape `(samples, units)`.
        batch_size: How many samples make a step.
        epochs: How often to go through the samples.
        validation_split: Which fraction of the samples, the last ones, only validates.

    Returns:
        A pair: the compiled `keras.Model`, and the history, a dict of lists.
    """
    raise NotImplementedError("your turn: `train`")
