"""Export with signatures.

`README.md` beside this file says what to write. Look at your work with

    grader check checkpoints/export_signatures
"""

import tensorflow as tf


class Scaler(tf.Module):
    """Scales features to mean 0 and standard deviation 1, and back.

    Args:
        mean: A list or array of floats, shape `(features,)`.
        std: Another one.
    """

    def __init__(self, mean, std):
        """Make the variables `mean` and `std`, both float32."""
        raise NotImplementedError("your turn: `Scaler.__init__`")

    def scale(self, x):
        """Return `{"z": (x - mean) / std}`.

        Args:
            x: A float32 tensor, shape `(batch, features)`.
        """
        raise NotImplementedError("your turn: `Scaler.scale`")

    def unscale(self, z):
        """Return `{"x": z * std + mean}`.

        Args:
            z: A float32 tensor, shape `(batch, features)`.
        """
        raise NotImplementedError("your turn: `Scaler.unscale`")


def export(module, path):
    """Write the module as a SavedModel with the signatures `scale` and `unscale`.

    Args:
        module: A `Scaler`.
        path: A directory that is not there yet.
    """
    raise NotImplementedError("your turn: `export`")


def load_method(path, name):
    """Return a method of a SavedModel that works for as long as one holds it.

    Args:
        path: A directory that `export` wrote.
        name: `scale` or `unscale`.

    Returns:
        Something that takes a tensor and returns a dict.
    """
    raise NotImplementedError("your turn: `load_method`")
