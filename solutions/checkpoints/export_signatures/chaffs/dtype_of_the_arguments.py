"""The variables take the dtype of what they are given.

fails: test_without_code
hint: What is the dtype of a NumPy array of floats, and which one does the statement want?
"""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = tf.Variable(mean)
        self.std = tf.Variable(std)

    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.float32)])
    def scale(self, x):
        return {"z": (x - self.mean) / self.std}

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
