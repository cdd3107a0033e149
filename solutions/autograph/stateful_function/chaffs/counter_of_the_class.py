"""The counter of calls belongs to the class, so all modules share it.

fails: test_two_modules
hint: How many counters are there for two modules? When is the body of a class executed?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    calls = tf.Variable(0, trainable=False)

    def __init__(self):
        super().__init__()
        self.total = None
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
