"""What is in a checkpoint."""

import glob

import tensorflow as tf


def files_of(prefix):
    """Return the paths of a checkpoint's files.

    Args:
        prefix: The checkpoint's name, such as `run/ckpt-3`.

    Returns:
        A dict: `"index"`, the path of the index file, and `"data"`, a sorted list of
        the paths of all data files.
    """
    return {"index": f"{prefix}.index", "data": sorted(glob.glob(f"{prefix}.data-*"))}


def read_all(prefix):
    """Return every tensor of a checkpoint, without its table of contents.

    Args:
        prefix: The checkpoint's name, such as `run/ckpt-3`.

    Returns:
        A dict from full key to NumPy array.
    """
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    """Return the value of the variable at a path of attributes.

    Args:
        prefix: The checkpoint's name, such as `run/ckpt-3`.
        attribute_path: Such as `net.sub.b`.

    Returns:
        A NumPy array of the variable's shape and dtype.
    """
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    """Return the prefix of the newest checkpoint, or None.

    Args:
        directory: A folder, in which perhaps nothing was saved.

    Returns:
        The prefix that the file `checkpoint` names.
    """
    return tf.train.latest_checkpoint(directory)
