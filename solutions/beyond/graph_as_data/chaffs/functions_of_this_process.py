"""The graph is imported inside a `tf.function`, which leaves its library of functions behind.

fails: test_run_bytes
hint: Where does another process find the body of a loop? What does `tf.compat.v1` have for a graph that is imported?
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

    @tf.function
    def run():
        tensors = [tf.constant(value) for value in values]
        return tf.import_graph_def(
            graph, dict(zip(inputs, tensors, strict=True)), return_elements=outputs
        )

    return run()


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    nodes = [*graph.node]
    for function in graph.library.function:
        nodes += function.node_def
    return Counter(node.op for node in nodes)
