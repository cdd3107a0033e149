"""A mean that knows where a sequence ends.

`README.md` beside this file says what to write. Look at your work with

    grader check layers/masked_mean
"""

import keras
import tensorflow as tf


class MaskedMean(keras.layers.Layer):
    """The mean over time of the steps that a mask calls true.

    Args:
        rate: The share of the numbers that is dropped in training.
        **kwargs: Keras's own, such as `name`.

    Call arguments:
        x: float32 tensor, shape `(batch, time, features)`.
        mask: bool tensor, shape `(batch, time)`, or None: all steps count.
        training: Whether to drop.

    Output shape:
        2D tensor with shape: `(batch, features)`.
    """

    def __init__(self, rate=0.0, **kwargs):
        """Keep the arguments."""
        raise NotImplementedError("your turn: `MaskedMean.__init__`")

    def call(self, x, mask=None, training=False):
        """Return the mean over time; drop some of it in training."""
        raise NotImplementedError("your turn: `MaskedMean.call`")

    def compute_mask(self, x, mask=None):
        """Return None: the mask ends here."""
        raise NotImplementedError("your turn: `MaskedMean.compute_mask`")
