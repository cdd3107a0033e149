"""A manager names the newest, and values are restored into variables of their shape."""

import tensorflow as tf


def _keys(prefix):
    reader = tf.compat.v1.train.NewCheckpointReader(prefix)
    dtypes = reader.get_variable_to_dtype_map()
    dtypes.pop("_CHECKPOINTABLE_OBJECT_GRAPH", None)
    return dtypes


def files_of(prefix):
    return {
        "data": sorted(tf.io.gfile.glob(prefix + ".data-*-of-*")),
        "index": tf.io.gfile.glob(prefix + ".index")[0],
    }


def read_all(prefix):
    return {
        key: tf.raw_ops.RestoreV2(
            prefix=prefix, tensor_names=[key], shape_and_slices=[""], dtypes=[dtype]
        )[0].numpy()
        for key, dtype in _keys(prefix).items()
    }


def value_of(prefix, attribute_path):
    return read_all(prefix)[
        f"{attribute_path.replace('.', '/')}/.ATTRIBUTES/VARIABLE_VALUE"
    ]


def newest(directory):
    manager = tf.train.CheckpointManager(tf.train.Checkpoint(), directory, None)
    return manager.latest_checkpoint
