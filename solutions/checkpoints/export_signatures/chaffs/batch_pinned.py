"""The signature takes batches of one size alone.

fails: test_without_code
hint: Which of the sizes in a `TensorSpec` may be `None`?
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
    spec = tf.TensorSpec([3, *module.mean.shape], tf.float32)
    names = ("scale", "unscale")
    traced = {n: getattr(module, n).get_concrete_function(spec) for n in names}
    tf.saved_model.save(module, path, signatures=traced)


def load_method(path, name):
    loaded = tf.saved_model.load(path)

    def method(x):
        return getattr(loaded, name)(x)

    return method
