"""Every tensor becomes float32, whatever it was.

fails: test_all_tensors
hint: What is the dtype of `step`, and what of it is left in your answer?
"""

import glob

import tensorflow as tf


def files_of(prefix):
    return {"index": f"{prefix}.index", "data": sorted(glob.glob(f"{prefix}.data-*"))}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    keys = set(reader.get_variable_to_shape_map()) - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
    return {
        key: tf.cast(reader.get_tensor(key), tf.float32).numpy() for key in sorted(keys)
    }


def value_of(prefix, attribute_path):
    key = attribute_path.replace(".", "/") + "/.ATTRIBUTES/VARIABLE_VALUE"
    return tf.train.load_checkpoint(prefix).get_tensor(key)


def newest(directory):
    return tf.train.latest_checkpoint(directory)
