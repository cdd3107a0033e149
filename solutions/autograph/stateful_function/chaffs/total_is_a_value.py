"""`total` gives the value, not the variable.

fails: test_one_variable
hint: Could somebody else assign to `module.total`, or save it in a checkpoint?
"""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self._total = None
        self.calls = tf.Variable(0, trainable=False)
        self.traces = 0

    @property
    def total(self):
        return None if self._total is None else self._total.numpy()

    @tf.function
    def __call__(self, x):
        self.traces += 1
        if self._total is None:
            self._total = tf.Variable(tf.zeros_like(x), trainable=False)
        self.calls.assign_add(1)
        tf.print("call", self.calls, output_stream="file://calls.log")
        return self._total.assign_add(x)
