"""Mean and standard deviation are NumPy arrays, which become constants of the graph.

fails: test_variables, test_current_values
hint: What does the loaded object call `mean`, and can it be assigned to?
"""

import numpy as np
import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = np.asarray(mean, np.float32)
        self.std = np.asarray(std, np.float32)

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
