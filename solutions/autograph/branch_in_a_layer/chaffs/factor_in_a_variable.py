"""The factor is a variable of the layer, which the graph needs and cannot carry.

fails: test_graph_alone
hint: What does your graph need beside `x`? A loop can carry its own factor from round to round.
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def build(self, input_shape):
        self.factor = tf.Variable(1.0, trainable=False)

    @tf.function
    def call(self, x):
        self.factor.assign(1.0)
        while tf.reduce_max(tf.abs(x)) * self.factor > self.limit:
            self.factor.assign(self.factor / 2)
        x = x * self.factor
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
