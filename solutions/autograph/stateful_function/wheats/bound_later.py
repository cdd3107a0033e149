"""`tf.function` is called on a plain method, without AutoGraph; the total starts as x - x."""

import tensorflow as tf


class RunningTotal(tf.Module):
    total = None
    traces = 0

    def __init__(self):
        self.calls = tf.Variable(0)

    def step(self, x):
        self.traces += 1
        if self.total is None:
            self.total = tf.Variable(x - x, shape=x.shape, trainable=False)
        line = tf.strings.join(["total ", tf.strings.as_string(tf.reduce_sum(x))])
        tf.print(line, output_stream="file://calls.log")
        self.calls.assign_add(1)
        total = self.total + x
        self.total.assign(total)
        return total

    __call__ = tf.function(step, autograph=False)
