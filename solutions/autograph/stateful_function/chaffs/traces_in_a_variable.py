"""Traces are counted by an operation, which runs at every call.

fails: test_traces
hint: When should this counter move: when the graph is built, or when it runs? Which kind of code runs just then?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = tf.Variable(0, trainable=False)

    @tf.function
    def __call__(self, x):
        self.traces.assign_add(1)
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
