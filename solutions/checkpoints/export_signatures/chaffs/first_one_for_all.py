"""Whatever was loaded first is returned for every path.

fails: test_several_models
hint: `load_method` is called for a second model. What does it know of the first?
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


_LOADED = []


def load_method(path, name):
    if not _LOADED:
        _LOADED.append(tf.saved_model.load(path))
    loaded = _LOADED[0]

    def method(x):
        return getattr(loaded, name)(x)

    return method
