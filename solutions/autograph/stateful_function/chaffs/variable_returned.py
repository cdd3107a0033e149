"""Nothing is traced, and the variable itself is returned, which goes on changing.

fails: test_totals
hint: Which line of the stub made a graph of your method? What does `assign_add` return eagerly, and will it stay as it is?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
