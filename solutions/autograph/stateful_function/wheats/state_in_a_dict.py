"""State lies in a dict, and the attributes are properties that look into it."""

import tensorflow as tf


class RunningTotal(tf.Module):
    def __init__(self):
        super().__init__()
        self.state = {"calls": tf.Variable(0, dtype=tf.int32)}
        self.count = [0]

    @property
    def total(self):
        return self.state.get("total")

    @property
    def calls(self):
        return self.state["calls"]

    @property
    def traces(self):
        return self.count[0]

    @tf.function
    def __call__(self, x):
        self.count[0] += 1
        if "total" not in self.state:
            self.state["total"] = tf.Variable(lambda: tf.zeros(x.shape, tf.float32))
        tf.print(
            "+", tf.reshape(x, [-1]), summarize=-1, output_stream="file://calls.log"
        )
        self.state["calls"].assign_add(1)
        return self.state["total"].assign_add(x, read_value=True)
