"""The log is written in Python, by a call back out of the graph.

fails: test_no_callback
hint: Could this graph run where your Python code is not there? Which print is an operation?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    def _write(self, calls):
        with open("calls.log", "a") as file:
            print("call", int(calls), file=file)

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.py_function(self._write, [self.calls], [])
        return self.total.assign_add(x)
