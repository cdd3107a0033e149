"""Calls are counted by an int8, which comes to its end after 127 of them.

fails: test_calls
hint: How many numbers has an int8? What comes after the largest?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False, dtype=tf.int8)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
