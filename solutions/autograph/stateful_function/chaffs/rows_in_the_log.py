"""The rows of `x` are printed one after the other; those of a tensor with three axes are matrices.

fails: test_one_line
hint: What is a row of a tensor with three axes, and how many lines does `tf.print` write for it?
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
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        rows = tf.unstack(x) if len(x.shape) > 1 else [x]
        tf.print("call", *rows, output_stream="file://calls.log")
        return self.total.assign_add(x)
