"""`list_variables` and `load_variable`, a file name parsed from a directory listing."""

import os

import tensorflow as tf

TAIL = "/.ATTRIBUTES/VARIABLE_VALUE"


def files_of(prefix):
    folder, name = os.path.split(prefix)
    found = {"index": None, "data": []}
    for file in sorted(os.listdir(folder)):
        stem, ending = os.path.splitext(file)
        if stem != name:
            continue
        if ending == ".index":
            found["index"] = os.path.join(folder, file)
        elif ending.startswith(".data"):
            found["data"].append(os.path.join(folder, file))
    return found


def read_all(prefix):
    everything = {}
    for key, shape in tf.train.list_variables(prefix):
        if key != "_CHECKPOINTABLE_OBJECT_GRAPH":
            value = tf.train.load_variable(prefix, key)
            assert list(value.shape) == shape
            everything[key] = value
    return everything


def value_of(prefix, attribute_path):
    return tf.train.load_variable(prefix, "/".join(attribute_path.split(".")) + TAIL)


def newest(directory):
    state = tf.train.get_checkpoint_state(directory)
    return state.model_checkpoint_path if state else None
