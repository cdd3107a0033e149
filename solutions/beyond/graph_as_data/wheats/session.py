"""TensorFlow 1's tools: a session runs the graph, and counts are made by hand."""

import tensorflow as tf
from tensorflow.python.framework import convert_to_constants


def freeze(fn, *specs):
    cf = fn.get_concrete_function(*specs)
    func, graph_def = convert_to_constants.convert_variables_to_constants_v2_as_graph(
        cf, lower_control_flow=False
    )
    return (
        graph_def.SerializeToString(),
        tuple(t.name for t in func.inputs),
        tuple(t.name for t in func.outputs),
    )


def run_bytes(blob, inputs, outputs, values):
    gd = tf.compat.v1.GraphDef()
    gd.ParseFromString(blob)
    graph = tf.Graph()
    with graph.as_default():
        tf.graph_util.import_graph_def(gd)
    with tf.compat.v1.Session(graph=graph) as sess:
        feeds = {f"import/{name}": value for name, value in zip(inputs, values)}
        return sess.run([f"import/{name}" for name in outputs], feed_dict=feeds)


def op_census(blob):
    gd = tf.compat.v1.GraphDef()
    gd.ParseFromString(blob)
    result = {}
    for node in gd.node:
        result[node.op] = result.get(node.op, 0) + 1
    for f in gd.library.function:
        for node in f.node_def:
            result[node.op] = result.get(node.op, 0) + 1
    return result
