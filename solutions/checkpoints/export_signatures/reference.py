"""Export with signatures."""

import tensorflow as tf


class Scaler(tf.Module):
    """Scales features to mean 0 and standard deviation 1, and back.

    Args:
        mean: A list or array of floats, shape `(features,)`.
        std: Another one.
    """

    def __init__(self, mean, std):
        """Make the variables `mean` and `std`, both float32."""
        super().__init__()
        self.mean = tf.Variable(mean, dtype=tf.float32)
        self.std = tf.Variable(std, dtype=tf.float32)

    # BEGIN SOLUTION
    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.float32)])
    # END SOLUTION
    def scale(self, x):
        """Return `{"z": (x - mean) / std}`.

        Args:
            x: A float32 tensor, shape `(batch, features)`.
        """
        return {"z": (x - self.mean) / self.std}

    # BEGIN SOLUTION
    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.float32)])
    # END SOLUTION
    def unscale(self, z):
        """Return `{"x": z * std + mean}`.

        Args:
            z: A float32 tensor, shape `(batch, features)`.
        """
        return {"x": z * self.std + self.mean}


def export(module, path):
    """Write the module as a SavedModel with the signatures `scale` and `unscale`.

    Args:
        module: A `Scaler`.
        path: A directory that is not there yet.
    """
    signatures = {"scale": module.scale, "unscale": module.unscale}
    tf.saved_model.save(module, path, signatures=signatures)


def load_method(path, name):
    """Return a method of a SavedModel that works for as long as one holds it.

    Args:
        path: A directory that `export` wrote.
        name: `scale` or `unscale`.

    Returns:
        Something that takes a tensor and returns a dict.
    """
    loaded = tf.saved_model.load(path)

    def method(x):
        return getattr(loaded, name)(x)

    return method
