"""The total is a tensor kept in an attribute, and a tensor does not outlive its graph.

fails: test_totals
hint: What is `self.total` after the first call: a value, or the name of a value within one graph?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.zeros_like(x)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        self.total = self.total + x
        return self.total
