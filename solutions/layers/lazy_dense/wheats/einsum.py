"""The product is an einsum, and the bias is None where there is none."""

from keras import layers, ops


class LazyDense(layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units, self.use_bias, self.b = units, use_bias, None

    def build(self, input_shape):
        width = int(input_shape[-1])
        self.w = self.add_weight(shape=[width, self.units], initializer="he_normal")
        if self.use_bias:
            self.b = self.add_weight(shape=[self.units])
        super().build(input_shape)

    def call(self, x):
        y = ops.einsum("...i,ij->...j", x, self.w)
        return y if self.b is None else ops.add(y, self.b)
