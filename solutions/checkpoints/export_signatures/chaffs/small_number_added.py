"""A small number is added to the divisor, which is not small beside every deviation.

fails: test_without_code
hint: How wrong is `scale` for a standard deviation of 1e-6?
"""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = tf.Variable(mean, dtype=tf.float32)
        self.std = tf.Variable(std, dtype=tf.float32)

    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.float32)])
    def scale(self, x):
        return {"z": (x - self.mean) / (self.std + 1e-7)}

    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.float32)])
    def unscale(self, z):
        return {"x": z * self.std + self.mean}


def export(module, path):
    signatures = {"scale": module.scale, "unscale": module.unscale}
    tf.saved_model.save(module, path, signatures=signatures)


def load_method(path, name):
    loaded = tf.saved_model.load(path)

    def method(x):
        return getattr(loaded, name)(x)

    return method
