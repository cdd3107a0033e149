"""Each kind of operation counts as one, however often it is there.

fails: test_census
hint: How many `Const` nodes does the graph have, and how many do you count?
"""

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2,
)


def freeze(fn, *specs):
    traced = fn.get_concrete_function(*specs)
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
    return {node.op: 1 for node in nodes}
