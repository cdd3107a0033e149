"""The first key that ends like the path is taken.

fails: test_paths_that_end_alike
hint: Which keys end in `b/.ATTRIBUTES/VARIABLE_VALUE`, and which of them is the one at `b`?
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
    found = [name for name in sorted(read_all(prefix)) if name.endswith(key)]
    return tf.train.load_checkpoint(prefix).get_tensor(found[-1])


def newest(directory):
    return tf.train.latest_checkpoint(directory)
