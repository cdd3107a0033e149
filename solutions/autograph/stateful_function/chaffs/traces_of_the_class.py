"""The counter of traces belongs to the class, and every new module sets it to 0.

fails: test_two_modules
hint: Whose attribute do you set: the object's or the class's?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        type(self).traces = 0

    @tf.function
    def __call__(self, x):
        type(self).traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
