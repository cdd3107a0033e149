"""A layer that survives the file.

`README.md` beside this file says what to write. Look at your work with

    grader check layers/config_roundtrip
"""

import keras
import tensorflow as tf


class Affine(keras.layers.Layer):
    """A dense layer, `activation(x @ kernel + bias)`, that can be saved and loaded.

    Args:
        units: The width of the output.
        activation: None, a name, or a function of `keras.activations`.
        kernel_regularizer: None, a name, or an object of `keras.regularizers`.
        **kwargs: Keras's own, such as `name`.

    Input shape:
        2D tensor with shape: `(batch, width)`.

    Output shape:
        2D tensor with shape: `(batch, units)`.
    """

    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        """Keep the arguments."""
        raise NotImplementedError("your turn: `Affine.__init__`")

    def build(self, input_shape):
        """Make the kernel, shape `(width, units)`, then the bias, shape `(units,)`."""
        raise NotImplementedError("your turn: `Affine.build`")

    def call(self, x):
        """Return `activation(x @ kernel + bias)`, shape `(batch, units)`."""
        raise NotImplementedError("your turn: `Affine.call`")

    def get_config(self):
        """Return how the layer was made, as a dict of plain data."""
        raise NotImplementedError("your turn: `Affine.get_config`")
