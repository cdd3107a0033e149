"""NumPy is asked for the mean of a tensor that has no values yet.

fails: test_eager
hint: When does Python evaluate `np.mean(x)`: while the graph is built, or when it runs?
"""

import keras
import numpy as np
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    @tf.function
    def call(self, x):
        while tf.reduce_max(tf.abs(x)) > self.limit:
            x = x / 2
        if float(np.mean(x)) < 0:
            x = -x
        return x
