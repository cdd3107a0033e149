"""`tf.init_scope` lifts the making of the variable out of the graph; `assign` for all."""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self, name=None):
        super().__init__(name=name)
        self.total = None
        self.calls = tf.Variable(tf.constant(0, dtype=tf.int64), trainable=False)
        self.traces = 0

    @tf.function
    def __call__(self, x):
        self.traces = self.traces + 1
        if self.total is None:
            with tf.init_scope():
                self.total = tf.Variable(tf.zeros(x.shape))
        self.total.assign(self.total + x)
        self.calls.assign(self.calls + 1)
        tf.print(
            self.calls, tf.reduce_sum(self.total), output_stream="file://calls.log"
        )
        return self.total.read_value()
