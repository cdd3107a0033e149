"""The shape of the variable is left open.

fails: test_one_variable
hint: What does `module.total.shape` say? When do you know which shape it is?
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
            self.total = tf.Variable(
                tf.zeros_like(x), trainable=False, shape=tf.TensorShape(None)
            )
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x).read_value()
