"""The graph still asks for its variable, as one more input.

fails: test_names
hint: How many arguments does the function have, and how many `inputs` do you return? Who would pass the third one?
"""

from collections import Counter

import tensorflow as tf


def freeze(fn, *specs):
    traced = fn.get_concrete_function(*specs)
    frozen = traced
    blob = frozen.graph.as_graph_def().SerializeToString()
    inputs = [tensor.name for tensor in frozen.inputs]
    outputs = [tensor.name for tensor in frozen.outputs]
    return blob, inputs, outputs


def run_bytes(blob, inputs, outputs, values):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    imported = tf.compat.v1.wrap_function(
        lambda: tf.import_graph_def(graph, name=""), []
    )
    function = imported.prune(list(inputs), list(outputs))
    return function(*[tf.constant(value) for value in values])


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    nodes = [*graph.node]
    for function in graph.library.function:
        nodes += function.node_def
    return Counter(node.op for node in nodes)
