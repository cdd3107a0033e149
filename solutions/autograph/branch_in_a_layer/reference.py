"""A branch and a loop in a layer."""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    """Halves its input until it lies within a limit, and turns it to a positive mean.

    Args:
        limit: The largest magnitude that may stay; positive.
        **kwargs: Keras's own, such as `name`.

    Input shape:
        Any.

    Output shape:
        That of the input.
    """

    def __init__(self, limit=1.0, **kwargs):
        """Keep the limit."""
        super().__init__(**kwargs)
        self.limit = limit

    # BEGIN SOLUTION
    @tf.function
    # END SOLUTION
    def call(self, x):
        """Return `x`, halved as often as needed; negated if its mean is negative.

        Args:
            x: float32 tensor of any shape; the whole batch is scaled alike.

        Returns:
            float32 tensor with the shape of `x`.
        """
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
