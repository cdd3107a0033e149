"""It is taken for granted that there is one data file.

fails: test_many_files
hint: What does `of-00001` say in the name of the data file, and must it be 1?
"""

import tensorflow as tf


def files_of(prefix):
    return {"index": f"{prefix}.index", "data": [f"{prefix}.data-00000-of-00001"]}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    return tf.train.latest_checkpoint(directory)
