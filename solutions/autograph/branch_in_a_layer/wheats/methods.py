"""`call` is decorated and split into methods, with `break` and a bounded for loop."""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def build(self, input_shape):
        self.input_rank = len(input_shape)

    def largest(self, x):
        return tf.maximum(tf.reduce_max(x), -tf.reduce_min(x))

    def shrink(self, x):
        for _ in tf.range(300):
            if self.largest(x) <= self.limit:
                break
            x = tf.divide(x, tf.constant(2.0))
        return x

    @tf.function(reduce_retracing=True)
    def call(self, x, training=None):
        x = self.shrink(x)
        negative = tf.reduce_mean(x) < 0
        return -x if negative else x

    def compute_output_shape(self, input_shape):
        return input_shape
