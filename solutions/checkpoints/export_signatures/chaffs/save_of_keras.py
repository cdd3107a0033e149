"""`module.save` is called, but only a Keras model has such a method.

fails: test_signatures
hint: A `tf.Module` is no Keras model. Which module of TensorFlow saves it?
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
    module.save(path)


def load_method(path, name):
    loaded = tf.saved_model.load(path)

    def method(x):
        return getattr(loaded, name)(x)

    return method
