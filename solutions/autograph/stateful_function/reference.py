"""A function that remembers."""

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
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        """Add `x` to the total, write a line into `calls.log`, return the total.

        Args:
            x: float32 tensor, of the same shape at every call.

        Returns:
            float32 tensor, with the shape of `x`.
        """
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
