"""Calls are counted in Python, which runs only while the function is traced.

fails: test_calls
hint: Which lines of `__call__` run at the fifth call? Which kind of counter would count then?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = 0
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls += 1
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
