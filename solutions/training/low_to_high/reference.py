"""From low-level operations to `fit`."""

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
        super().__init__(**kwargs)
        self.units = units

    # BEGIN SOLUTION
    def build(self, input_shape):
        features = input_shape[-1]
        self.w = self.add_weight(shape=(features, self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    # END SOLUTION
    def call(self, x):
        """Return `linear(x, w, b)`, shape `(batch, units)`."""
        return linear(x, self.w, self.b)


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
    model = keras.Sequential([keras.Input(x.shape[1:]), LowLevel(y.shape[1])])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    history = model.fit(
        x,
        y,
        batch_size=batch_size,
        epochs=epochs,
        validation_split=validation_split,
        verbose=0,
    )
    return model, history.history
