"""The functions are made in `__init__`, and a small class holds what was loaded."""

import numpy as np
import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std, name=None):
        super().__init__(name=name)
        self.mean = tf.Variable(np.float32(mean), trainable=False)
        self.std = tf.Variable(np.float32(std), trainable=False)
        spec = tf.TensorSpec([None, len(mean)], tf.float32)
        self.scale = tf.function(self._scale, input_signature=[spec])
        self.unscale = tf.function(self._unscale, input_signature=[spec])

    def _scale(self, x):
        return dict(z=tf.divide(tf.subtract(x, self.mean), self.std))

    def _unscale(self, z):
        return dict(x=tf.add(tf.multiply(z, self.std), self.mean))


def export(module, path):
    tf.saved_model.save(
        module, path, {"unscale": module.unscale, "scale": module.scale}
    )


class Restored:
    def __init__(self, path, name):
        self.model = tf.saved_model.load(path)
        self.function = getattr(self.model, name)

    def __call__(self, x):
        return self.function(x)


def load_method(path, name):
    return Restored(path, name)
