"""The graph is imported where no graph is being built.

fails: test_run_bytes
hint: `tf.import_graph_def` adds to the graph that is being built. Which one is that in your function?
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
    tensors = [tf.constant(value) for value in values]
    return tf.import_graph_def(
        graph, dict(zip(inputs, tensors, strict=True)), return_elements=outputs
    )


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    nodes = [*graph.node]
    for function in graph.library.function:
        nodes += function.node_def
    return Counter(node.op for node in nodes)
