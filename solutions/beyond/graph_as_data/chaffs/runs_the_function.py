"""`run_bytes` calls the Python function that `freeze` remembers.

fails: test_run_bytes
hint: Where is that Python function on a machine that got the bytes alone?
"""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2,
)


def freeze(fn, *specs):
    global _LAST
    _LAST = fn
    traced = fn.get_concrete_function(*specs)
    frozen = convert_variables_to_constants_v2(traced, lower_control_flow=False)
    blob = frozen.graph.as_graph_def().SerializeToString()
    inputs = [tensor.name for tensor in frozen.inputs]
    outputs = [tensor.name for tensor in frozen.outputs]
    return blob, inputs, outputs


def run_bytes(blob, inputs, outputs, values):
    result = _LAST(*(tf.constant(value) for value in values))
    return tf.nest.flatten(result)


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    nodes = [*graph.node]
    for function in graph.library.function:
        nodes += function.node_def
    return Counter(node.op for node in nodes)
