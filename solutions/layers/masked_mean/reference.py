"""A mean that knows where a sequence ends."""

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
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, mask=None, training=False):
        """Return the mean over time; drop some of it in training."""
        if mask is None:
            mean = tf.reduce_mean(x, axis=1)
        else:
            weights = tf.cast(mask, x.dtype)[..., tf.newaxis]
            total = tf.reduce_sum(x * weights, axis=1)
            mean = tf.math.divide_no_nan(total, tf.reduce_sum(weights, axis=1))
        if training:
            mean = tf.nn.dropout(mean, self.rate)
        return mean

    def compute_mask(self, x, mask=None):
        """Return None: the mask ends here."""
        return None
