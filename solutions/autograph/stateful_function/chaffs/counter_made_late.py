"""The counter of calls is made at the first call, so before it there is none.

fails: test_start
hint: What does `int(module.calls)` say before the first call? Does its shape depend on `x`?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = None
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
            self.calls = tf.Variable(0, trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
