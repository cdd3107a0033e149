"""Each new module empties the log, and what was in it is gone.

fails: test_log
hint: The log is for all modules. What is left of the lines of one when the next is made?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0
        open("calls.log", "w").close()

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self.total.assign_add(x)
