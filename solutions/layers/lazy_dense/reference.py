"""A dense layer that waits for its input."""

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
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        """Make the kernel, shape `(width, units)`, then the bias, shape `(units,)`."""
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), name="kernel"
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        """Return `x @ kernel + bias`, shape `(..., units)`."""
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
