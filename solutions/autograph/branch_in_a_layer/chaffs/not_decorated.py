"""`call` is plain Python, and Keras 3 translates no `while` and no `if`.

fails: test_functional
hint: It works with values, and not while a model is put together. Who could translate your `while`, and how do you ask for it?
"""

import keras
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x
