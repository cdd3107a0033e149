"""Nothing says which tensors the methods take, so there is no graph to export.

fails: test_signatures
hint: What turns a Python method into a graph, and how can it know for which kind of input?
"""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = tf.Variable(mean, dtype=tf.float32)
        self.std = tf.Variable(std, dtype=tf.float32)

    @tf.function
    def scale(self, x):
        return {"z": (x - self.mean) / self.std}

    @tf.function
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
