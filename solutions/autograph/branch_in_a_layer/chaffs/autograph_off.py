"""AutoGraph is switched off, so Python meets a tensor without a value.

fails: test_eager
hint: Which part of `tf.function` translates `while` and `if`, and did you leave it on?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function(autograph=False)
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
