"""The log is written in Python, which happens only while the function is traced.

fails: test_log
hint: How many lines are there for five calls? Which kind of print is an operation of the graph?
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
        with open("calls.log", "a") as file:
            print("call", file=file)
        return self.total.assign_add(x)
