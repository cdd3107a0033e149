"""A stack of residual blocks.

`README.md` beside this file says what to write. Look at your work with

    grader check layers/residual_stack
"""

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
        raise NotImplementedError("your turn: `ResidualMLP.__init__`")

    def build(self, input_shape):
        """Make the variables of all sub-layers, and `self.proj` if it is needed."""
        raise NotImplementedError("your turn: `ResidualMLP.build`")

    def call(self, x):
        """Return what the last block returns."""
        raise NotImplementedError("your turn: `ResidualMLP.call`")
