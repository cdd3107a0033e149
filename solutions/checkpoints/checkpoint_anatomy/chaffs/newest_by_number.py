"""The newest is taken to be the one with the highest number.

fails: test_neither_number_nor_time
hint: A run that starts anew begins to count anew. Which file of the folder knows the last save?
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
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    names = [name.removesuffix(".index") for name in glob.glob(f"{directory}/*.index")]
    return max(names, key=lambda name: int(name.split("-")[-1]), default=None)
