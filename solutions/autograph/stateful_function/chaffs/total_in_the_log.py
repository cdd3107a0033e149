"""The total is written into the log, and a matrix takes a line for each row.

fails: test_one_line
hint: How many lines does `tf.print` write for a matrix?
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
        tf.print("call", self.total, output_stream="file://calls.log")
        return self.total.assign_add(x)
