"""Helpers do the work, every attribute has its own, and the path of the log is absolute."""

import os

import tensorflow as tf

LOG = "file://" + os.path.abspath("calls.log")


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.reset()

    def reset(self):
        self.total = None
        self.calls = tf.Variable(initial_value=0, dtype=tf.int32, name="calls")
        self.traces = 0

    def _prepare(self, like):
        self.traces += 1
        if not isinstance(self.total, tf.Variable):
            zeros = tf.zeros(shape=like.shape, dtype=like.dtype)
            self.total = tf.Variable(zeros, name="total")

    def _log(self):
        tf.print(tf.strings.format("called: {}", self.calls), output_stream=LOG)

    @tf.function(reduce_retracing=True)
    def __call__(self, x):
        x = tf.convert_to_tensor(x, dtype=tf.float32)
        self._prepare(x)
        with tf.control_dependencies([self.total.assign_add(x)]):
            self.calls.assign_add(tf.constant(1))
            self._log()
            return tf.identity(self.total)
