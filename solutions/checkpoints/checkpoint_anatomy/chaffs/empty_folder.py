"""A folder in which nothing was saved is not thought of.

fails: test_neither_number_nor_time
hint: Where nothing was saved there is no file `checkpoint`. What does your code get then?
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
    return tf.train.get_checkpoint_state(directory).model_checkpoint_path
