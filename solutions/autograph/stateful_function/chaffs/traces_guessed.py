"""`traces` is guessed from the number of calls.

fails: test_traces
hint: Where in your code would a line run once for each trace?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, dtype=tf.int64)

    @property
    def traces(self):
        return 2 if int(self.calls) else 0

    @tf.function
    def __call__(self, x):
        if self.total is None:
            self.total = tf.Variable(tf.zeros(x.shape))
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return tf.identity(self.total.assign_add(x))
