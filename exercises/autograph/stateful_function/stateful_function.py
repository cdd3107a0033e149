"""A function that remembers.

`README.md` beside this file says what to write. Look at your work with

    grader check autograph/stateful_function
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    """Adds up what it is called with.

    Attributes:
        total: None before the first call, then a `tf.Variable` with the total so far.
        calls: An integer `tf.Variable`: how often it was called.
        traces: A Python int: how often `__call__` was traced.
    """

    def __init__(self):
        """Start without a total, without calls and without traces."""
        raise NotImplementedError("your turn: `RunningTotal.__init__`")

    @tf.function
    def __call__(self, x):
        """Add `x` to the total, write a line into `calls.log`, return the total.

        Args:
            x: float32 tensor, of the same shape at every call.

        Returns:
            float32 tensor, with the shape of `x`.
        """
        raise NotImplementedError("your turn: `RunningTotal.__call__`")
