"""The data files are not a list: a single path is returned.

fails: test_files
hint: `"data"` is to hold several paths. What is it with you where there is one?
"""

import glob

import tensorflow as tf


def files_of(prefix):
    return {"index": f"{prefix}.index", "data": glob.glob(f"{prefix}.data-*")[0]}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    return tf.train.latest_checkpoint(directory)
