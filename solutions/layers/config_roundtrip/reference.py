"""A layer that survives the file."""

import keras
import tensorflow as tf


# BEGIN SOLUTION
@keras.saving.register_keras_serializable(package="course")
# END SOLUTION
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
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        """Make the kernel, shape `(width, units)`, then the bias, shape `(units,)`."""
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units),
            regularizer=self.kernel_regularizer,
            name="kernel",
        )
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        """Return `activation(x @ kernel + bias)`, shape `(batch, units)`."""
        return self.activation(tf.matmul(x, self.kernel) + self.bias)

    def get_config(self):
        """Return how the layer was made, as a dict of plain data."""
        return super().get_config() | {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
        }
