"""An imported graph is kept, and another one with the same names is taken for it.

fails: test_frozen_again
hint: May two graphs have the same names and not be the same?
"""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2,
)

_FUNCTIONS = {}


def freeze(fn, *specs):
    traced = fn.get_concrete_function(*specs)
    frozen = convert_variables_to_constants_v2(traced, lower_control_flow=False)
    blob = frozen.graph.as_graph_def().SerializeToString()
    inputs = [tensor.name for tensor in frozen.inputs]
    outputs = [tensor.name for tensor in frozen.outputs]
    return blob, inputs, outputs


def run_bytes(blob, inputs, outputs, values):
    names = *inputs, *outputs
    if names not in _FUNCTIONS:
        graph = tf.compat.v1.GraphDef.FromString(blob)
        imported = tf.compat.v1.wrap_function(
            lambda: tf.import_graph_def(graph, name=""), []
        )
        _FUNCTIONS[names] = imported.prune(list(inputs), list(outputs))
    return _FUNCTIONS[names](*[tf.constant(value) for value in values])


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    nodes = [*graph.node]
    for function in graph.library.function:
        nodes += function.node_def
    return Counter(node.op for node in nodes)
