"""Each call writes the whole file anew, so the last line is all there is.

fails: test_log
hint: What becomes of the line of the call before?
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
        tf.io.write_file("calls.log", "called\n")
        return self.total.assign_add(x)
