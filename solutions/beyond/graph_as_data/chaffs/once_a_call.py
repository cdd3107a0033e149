"""A function of the library is counted again for each call.

fails: test_other_graphs_counted
hint: Two nodes call the same function. How often does its body lie in the bytes?
"""

from collections import Counter

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
    functions = {one.signature.name: one.node_def for one in graph.library.function}

    def walk(nodes):
        for node in nodes:
            yield node.op
            for attribute in node.attr.values():
                if attribute.func.name:
                    yield from walk(functions[attribute.func.name])

    return Counter(walk(graph.node))
