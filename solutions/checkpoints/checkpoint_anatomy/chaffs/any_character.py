"""The path is used as a regular expression, in which `.` is any character.

fails: test_paths_that_end_alike
hint: What does `re.fullmatch("net.w", "net_w")` say?
"""

import glob
import re

import tensorflow as tf


def files_of(prefix):
    return {"index": f"{prefix}.index", "data": sorted(glob.glob(f"{prefix}.data-*"))}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {key: reader.get_tensor(key) for key in sorted(keys)}


def value_of(prefix, attribute_path):
    pattern = attribute_path + "/.ATTRIBUTES/VARIABLE_VALUE"
    found = [name for name in sorted(read_all(prefix)) if re.fullmatch(pattern, name)]
    return tf.train.load_checkpoint(prefix).get_tensor(found[-1])


def newest(directory):
    return tf.train.latest_checkpoint(directory)
