"""The signature is given when the graph is asked for; another one is the default."""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        self.mean = tf.Variable(tf.cast(mean, tf.float32))
        self.std = tf.Variable(tf.cast(std, tf.float32))

    @tf.function
    def scale(self, x):
        return {"z": (x - self.mean) / self.std}

    @tf.function
    def unscale(self, z):
        return {"x": z * self.std + self.mean}


def export(module, path):
    width = module.mean.shape[0]
    x = tf.TensorSpec(shape=[None, width], dtype=tf.float32, name="x")
    z = tf.TensorSpec(shape=[None, width], dtype=tf.float32, name="z")
    scale = module.scale.get_concrete_function(x)
    unscale = module.unscale.get_concrete_function(z)
    tf.saved_model.save(
        module,
        export_dir=path,
        signatures={"scale": scale, "unscale": unscale, "serving_default": scale},
    )


def load_method(path, name):
    loaded = tf.saved_model.load(path)
    method = getattr(loaded, name)
    method.keep = loaded
    return method
