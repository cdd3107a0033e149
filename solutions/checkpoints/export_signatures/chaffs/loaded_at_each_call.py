"""The SavedModel is loaded anew at each call, and so its directory must still be there.

fails: test_load_method
hint: Delete the directory after `load_method`. What does its result need at its first call?
"""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = tf.Variable(mean, dtype=tf.float32)
        self.std = tf.Variable(std, dtype=tf.float32)

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
    def method(x):
        return getattr(tf.saved_model.load(path), name)(x)

    return method
