"""NumPy does it, behind `tf.numpy_function`, where no gradient passes.

fails: test_gradient, test_fit, test_graph
hint: What does a tape see of what happens in NumPy? What would be left of the layer without your Python code?
"""

import keras
import numpy as np
import tensorflow as tf


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        y = tf.numpy_function(self.scaled, [x], tf.float32)
        return tf.ensure_shape(y, x.shape)

    def scaled(self, x):
        while np.max(np.abs(x)) > self.limit:
            x = x / np.float32(2)
        if np.mean(x) < 0:
            x = -x
        return x
