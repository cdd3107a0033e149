"""Open sizes are set to 1, so the graph takes one row alone.

fails: test_frozen_again, test_other_functions
hint: A spec says `None` where any size will do. Does your graph?
"""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2,
)


def freeze(fn, *specs):
    ones = [tf.zeros([size or 1 for size in s.shape], s.dtype) for s in specs]
    traced = fn.get_concrete_function(*ones)
    frozen = convert_variables_to_constants_v2(traced, lower_control_flow=False)
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
