"""`tf.print` writes to the standard error stream, and not into the file.

fails: test_log
hint: Where did the lines go? `tf.print` has an argument that says so.
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
        tf.print("call", self.calls)
        return self.total.assign_add(x)
