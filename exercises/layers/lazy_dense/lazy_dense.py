"""A dense layer that waits for its input.

`README.md` beside this file says what to write. Look at your work with

    grader check layers/lazy_dense
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    """A dense layer, `x @ kernel + bias`, whose variables are made in `build`.

    Args:
        units: The width of the output, at least 1.
        use_bias: Whether there is a bias.
        **kwargs: Keras's own, such as `name`.

    Input shape:
        N-D tensor with shape: `(..., width)`.

    Output shape:
        N-D tensor with shape: `(..., units)`.
    """

    def __init__(self, units, use_bias=True, **kwargs):
        """Keep the arguments; make no variable."""
        raise NotImplementedError("your turn: `LazyDense.__init__`")

    def build(self, input_shape):
        """Make the kernel, shape `(width, units)`, then the bias, shape `(units,)`."""
        raise NotImplementedError("your turn: `LazyDense.build`")

    def call(self, x):
        """Return `x @ kernel + bias`, shape `(..., units)`."""
        raise NotImplementedError("your turn: `LazyDense.call`")
