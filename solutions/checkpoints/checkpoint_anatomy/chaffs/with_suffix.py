"""What follows the last dot of a prefix is taken for a suffix, and replaced.

fails: test_many_files
hint: Which files has the checkpoint `run/v1.5-3`, and which ones do you name?
"""

import pathlib

import tensorflow as tf


def files_of(prefix):
    index = pathlib.Path(prefix).with_suffix(".index")
    data = index.parent.glob(index.stem + ".data-*")
    return {"index": str(index), "data": sorted(map(str, data))}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    return tf.train.latest_checkpoint(directory)
