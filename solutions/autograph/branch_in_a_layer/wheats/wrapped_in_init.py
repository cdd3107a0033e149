"""`call` is wrapped when the layer is made, and loops over a count of halvings."""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.call = tf.function(self.call)

    def call(self, x):
        count = tf.constant(0)
        rest = tf.reduce_max(tf.abs(x))
        while rest > self.limit:
            rest *= 0.5
            count += 1
        for _ in tf.range(count):
            x *= 0.5
        if tf.less(tf.reduce_mean(x), 0.0):
            x *= -1.0
        return x
