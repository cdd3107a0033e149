"""Paths are followed through the table of contents, and paths are `pathlib`'s."""

from pathlib import Path

import tensorflow as tf
from tensorflow.core.protobuf import trackable_object_graph_pb2

TABLE = "_CHECKPOINTABLE_OBJECT_GRAPH"


def files_of(prefix):
    path = Path(prefix)
    data = path.parent.glob(path.name + ".data-?????-of-?????")
    return {"index": path.with_name(path.name + ".index"), "data": sorted(data)}


def read_all(prefix):
    reader = tf.train.load_checkpoint(prefix)
    return {
        key: reader.get_tensor(key)
        for key in reader.get_variable_to_dtype_map()
        if key.endswith(("VARIABLE_VALUE", "_STATE"))
    }


def value_of(prefix, attribute_path):
    reader = tf.train.load_checkpoint(prefix)
    graph = trackable_object_graph_pb2.TrackableObjectGraph()
    graph.ParseFromString(reader.get_tensor(TABLE))
    node = graph.nodes[0]
    for name in attribute_path.split("."):
        children = {child.local_name: child.node_id for child in node.children}
        node = graph.nodes[children[name]]
    [attribute] = node.attributes
    return reader.get_tensor(attribute.checkpoint_key)


def newest(directory):
    return tf.train.latest_checkpoint(Path(directory))
