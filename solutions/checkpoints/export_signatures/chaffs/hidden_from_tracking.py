"""The variables hang in a set, where TensorFlow does not find them.

fails: test_signatures
hint: "Untracked" means that no attribute leads to the variable. Where did you put it?
"""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        variables = {"mean": tf.Variable(mean, dtype=tf.float32)}
        variables["std"] = tf.Variable(std, dtype=tf.float32)
        self._find = variables.get

    @property
    def mean(self):
        return self._find("mean")

    @property
    def std(self):
        return self._find("std")

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
