"""A variable is looked up by its last name alone, not by its path.

fails: test_value
hint: Print the keys of the checkpoint. What stands in them before the last attribute?
"""

import glob

import tensorflow as tf


def files_of(prefix):
    return {"index": f"{prefix}.index", "data": sorted(glob.glob(f"{prefix}.data-*"))}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    key = attribute_path.split(".")[-1]
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    return tf.train.latest_checkpoint(directory)
