"""The total belongs to the class, so all modules share it.

fails: test_two_modules
hint: Whose attribute do you set: the object's or the class's?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    total = None

    def __init__(self):
        super().__init__()
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            RunningTotal.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
