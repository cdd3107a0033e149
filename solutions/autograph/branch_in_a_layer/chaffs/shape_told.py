"""The shape of the output is told, so that a model can be put together, but `call` is still plain Python.

fails: test_function, test_fit
hint: The model was put together without calling `call`. What will become of your `while` when `fit` builds its graph?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def compute_output_shape(self, input_shape):
        return input_shape

    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
