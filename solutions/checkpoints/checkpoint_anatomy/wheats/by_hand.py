"""The number of data files is read off a name, the file `checkpoint` by hand."""

import os
import re

import numpy as np
import tensorflow as tf


def files_of(prefix):
    index = prefix + ".index"
    assert os.path.exists(index)
    count = 1
    while not os.path.exists(f"{prefix}.data-00000-of-{count:05d}"):
        count += 1
    data = [f"{prefix}.data-{i:05d}-of-{count:05d}" for i in range(count)]
    return dict(index=index, data=data)


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    result = {}
    for key in reader.get_variable_to_shape_map().keys():
        if key.startswith("_CHECKPOINTABLE"):
            continue
        result[key] = np.array(reader.get_tensor(key))
    return result


def value_of(prefix, attribute_path):
    wanted = attribute_path.split(".")
    for key, value in read_all(prefix).items():
        if key.split("/.ATTRIBUTES")[0].split("/") == wanted:
            return value
    raise KeyError(attribute_path)


def newest(directory):
    path = os.path.join(directory, "checkpoint")
    if not os.path.isfile(path):
        return None
    with open(path) as file:
        name = re.search(r'^model_checkpoint_path: "(.*)"', file.read(), re.M).group(1)
    return name if os.path.isabs(name) else os.path.join(directory, name)
