"""Calls are counted by a float.

fails: test_calls
hint: Which dtype does `tf.Variable(0.0)` have, and which one does a number of calls need?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0.0, trainable=False)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1.0)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
