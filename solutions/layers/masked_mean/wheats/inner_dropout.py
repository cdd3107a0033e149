"""keras.ops, a Dropout layer inside, and an einsum of mask and steps."""

import keras
from keras import ops


class MaskedMean(keras.layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.dropout = keras.layers.Dropout(rate)

    def call(self, x, mask=None, training=False):
        if mask is None:
            mask = ops.ones_like(x[:, :, 0])
        mask = ops.cast(mask, x.dtype)
        count = ops.maximum(ops.sum(mask, axis=1, keepdims=True), 1)
        mean = ops.einsum("bt,btf->bf", mask, x) / count
        return self.dropout(mean, training=training)

    def compute_mask(self, x, mask=None):
        return None
