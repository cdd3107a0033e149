"""The functions are kept by the name of the layer, which two layers may share.

fails: test_keywords
hint: Can two layers have one name, and limits of their own?
"""

import keras
import tensorflow as tf

_functions = {}


def _scale_to(limit):
    @tf.function
    def scale(x):
        while tf.reduce_max(tf.abs(x)) > limit:
            x = x / 2
        if tf.reduce_mean(x) < 0:
            x = -x
        return x

    return scale


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        _functions.setdefault(self.name, _scale_to(limit))

    def call(self, x):
        return _functions[self.name](x)
