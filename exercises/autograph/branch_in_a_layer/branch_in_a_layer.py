"""A branch and a loop in a layer.

`README.md` beside this file says what to write. Look at your work with

    grader check autograph/branch_in_a_layer
"""

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
        raise NotImplementedError("your turn: `AdaptiveScale.__init__`")

    def call(self, x):
        """Return `x`, halved as often as needed; negated if its mean is negative.

        Args:
            x: float32 tensor of any shape; the whole batch is scaled alike.

        Returns:
            float32 tensor with the shape of `x`.
        """
        raise NotImplementedError("your turn: `AdaptiveScale.call`")
