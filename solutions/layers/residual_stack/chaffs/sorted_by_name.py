"""The blocks are sorted by name, where `block_10` comes before `block_2`.

fails: test_elsewhere
hint: Sort the texts "2", "10" and "1". What comes first, and what last?
"""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        for number in range(depth):
            block = keras.layers.Dense(width, activation="relu")
            setattr(self, f"block_{number}", block)
        self.number = depth
        self.proj = None

    @property
    def blocks(self):
        names = sorted(name for name in vars(self) if name.startswith("block_"))
        return [getattr(self, name) for name in names]

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for number in range(self.number):
            x = x + getattr(self, f"block_{number}")(x)
        return x
