"""The total is made in `__init__`, where its shape is not known.

fails: test_start, test_one_variable, test_other_shapes
hint: What is the shape of your variable, and which one will `x` have? When do you know?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = tf.Variable(0.0, trainable=False)
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces += 1
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
