"""What is exported is prepared for the first export, and kept.

fails: test_current_values
hint: What is exported when a module is exported, changed, and exported again?
"""

import tensorflow as tf


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = tf.Variable(mean, dtype=tf.float32)
        self.std = tf.Variable(std, dtype=tf.float32)
        self._served = None

    def scale(self, x):
        return {"z": (x - self.mean) / self.std}

    def unscale(self, z):
        return {"x": z * self.std + self.mean}

    def served(self):
        if self._served is None:
            # A twin, so that tracing leaves this one alone
            twin = Scaler(self.mean.numpy(), self.std.numpy())
            rows = tf.TensorSpec([None, self.mean.shape[0]], tf.float32)
            twin.scale = tf.function(twin.scale, input_signature=[rows])
            twin.unscale = tf.function(twin.unscale, input_signature=[rows])
            self._served = twin
        return self._served


def export(module, path):
    twin = module.served()
    tf.saved_model.save(
        twin, path, signatures={"scale": twin.scale, "unscale": twin.unscale}
    )


def load_method(path, name):
    loaded = tf.saved_model.load(path)
    return lambda tensor: getattr(loaded, name)(tensor)
