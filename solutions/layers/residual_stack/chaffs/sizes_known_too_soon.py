"""The shape is put back from sizes that are known only while nothing is traced.

fails: test_traced
hint: What is `x.shape` inside a `tf.function` that takes any size? What knows it when it runs?
"""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = tuple(
            keras.layers.Dense(width, activation="relu") for _ in range(depth)
        )
        self.proj = None

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))

    def call(self, x):
        inner = x.shape[1:-1]
        x = keras.ops.reshape(x, (-1, x.shape[-1]))
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + block(x)
        return keras.ops.reshape(x, (-1, *inner, self.width))
