"""Each block is an attribute of its own, and `blocks` is a property; all is made in build."""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.depth = depth

    @property
    def blocks(self):
        return [getattr(self, f"block_{i}") for i in range(self.depth)]

    def build(self, input_shape):
        if input_shape[-1] == self.width:
            self.proj = None
        else:
            self.proj = keras.layers.Dense(self.width, use_bias=False, name="proj")
            self.proj.build(input_shape)
        inner = tuple(input_shape[:-1]) + (self.width,)
        for i in range(self.depth):
            block = keras.layers.Dense(self.width, "relu", name=f"block_{i}")
            block.build(inner)
            setattr(self, f"block_{i}", block)
        super().build(input_shape)

    def call(self, x):
        y = x if self.proj is None else self.proj(x)
        for block in self.blocks:
            y = keras.layers.add([y, block(y)])
        return y

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.width)
