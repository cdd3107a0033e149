"""Of the data files only those are found whose number has one digit.

fails: test_many_files
hint: What is the eleventh data file called, and does your pattern match it?
"""

import glob

import tensorflow as tf


def files_of(prefix):
    data = sorted(glob.glob(f"{prefix}.data-0000?-of-*"))
    return {"index": f"{prefix}.index", "data": data}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    return tf.train.latest_checkpoint(directory)
