"""Only `keras.ops`; the loop runs on a factor, and the data are scaled once."""

import keras
from keras import ops


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, *, name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self.limit = limit

    def call(self, inputs):
        largest = ops.max(ops.absolute(inputs))
        (factor,) = ops.while_loop(
            lambda factor: largest * factor > self.limit,
            lambda factor: (factor / 2.0,),
            (ops.ones((), dtype=inputs.dtype),),
        )
        scaled = inputs * factor
        return ops.cond(ops.mean(scaled) >= 0, lambda: scaled, lambda: scaled * -1.0)
