"""A call with an empty tensor is not counted, and leaves no line.

fails: test_one_line
hint: What does the statement say of the shape of `x`? Is a call with no numbers a call?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, dtype=tf.int64)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros(x.shape))
        if tf.size(x) > 0:
            self.calls.assign_add(1)
            self.total.assign_add(x)
            tf.print(self.calls, tf.reduce_max(x), output_stream="file://calls.log")
        return tf.identity(self.total)
