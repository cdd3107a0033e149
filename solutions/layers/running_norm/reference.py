"""Batch normalisation by hand."""

import keras
import tensorflow as tf


class RunningNorm(keras.layers.Layer):
    """Normalises each feature: by the batch in training, by moving statistics after it.

    Args:
        momentum: How much of the old moving statistics an update keeps.
        epsilon: What is added to a variance before its root is taken.
        **kwargs: Keras's own, such as `name`.

    Call arguments:
        x: float32 tensor.
        training: Python bool; whether the batch's own statistics are used, and the
            moving ones updated.

    Input shape:
        N-D tensor with shape: `(batch, ..., width)`.

    Output shape:
        The same as the input's.
    """

    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        """Keep the arguments; make no variable."""
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        """Make `self.mean`, zeros, and `self.var`, ones, both of shape `(width,)`."""
        shape = (input_shape[-1],)
        self.mean = self.add_weight(
            shape=shape, initializer="zeros", trainable=False, name="mean"
        )
        self.var = self.add_weight(
            shape=shape, initializer="ones", trainable=False, name="var"
        )

    def call(self, x, training=False):
        """Return `x` normalised; in training, update the moving statistics."""
        if training:
            axes = list(range(len(x.shape) - 1))
            mean, var = tf.nn.moments(x, axes)
            self.mean.assign(self._moved(self.mean, mean))
            self.var.assign(self._moved(self.var, var))
        else:
            mean, var = self.mean, self.var
        return (x - mean) / tf.sqrt(var + self.epsilon)

    def _moved(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new
