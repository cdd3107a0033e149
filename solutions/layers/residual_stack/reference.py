"""A stack of residual blocks."""

import keras


class ResidualMLP(keras.layers.Layer):
    """A projection to `width` where it is needed, then `depth` residual blocks.

    `blocks` holds the layers of the blocks, in order. `proj` holds the projection, or
    None where the input is `width` wide already.

    Args:
        width: The width of every block and of the output.
        depth: How many blocks there are.
        **kwargs: Keras's own, such as `name`.

    Input shape:
        N-D tensor with shape: `(batch, ..., n)`.

    Output shape:
        N-D tensor with shape: `(batch, ..., width)`.
    """

    def __init__(self, width, depth, **kwargs):
        """Keep the arguments."""
        super().__init__(**kwargs)
        self.width = width
        # A tuple: `tf.train.Checkpoint` does not look into the lists of a Keras layer.
        self.blocks = tuple(
            keras.layers.Dense(width, activation="relu") for _ in range(depth)
        )
        self.proj = None

    def build(self, input_shape):
        """Make the variables of all sub-layers, and `self.proj` if it is needed."""
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))

    def call(self, x):
        """Return what the last block returns."""
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + block(x)
        return x
