"""A graph as data."""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2,
)


def freeze(fn, *specs):
    """Return the graph of `fn` as bytes, with everything that it needs.

    Args:
        fn: A `tf.function`.
        *specs: A `tf.TensorSpec` for each of its arguments.

    Returns:
        The bytes, the names of the arguments, and the names of the results.
    """
    traced = fn.get_concrete_function(*specs)
    frozen = convert_variables_to_constants_v2(traced, lower_control_flow=False)
    blob = frozen.graph.as_graph_def().SerializeToString()
    inputs = [tensor.name for tensor in frozen.inputs]
    outputs = [tensor.name for tensor in frozen.outputs]
    return blob, inputs, outputs


def run_bytes(blob, inputs, outputs, values):
    """Run a graph from its bytes.

    Args:
        blob: The graph.
        inputs: The names of the tensors that get a value.
        outputs: The names of the tensors that are asked for.
        values: A NumPy array for each input.

    Returns:
        A list of the outputs, in order.
    """
    graph = tf.compat.v1.GraphDef.FromString(blob)
    imported = tf.compat.v1.wrap_function(
        lambda: tf.import_graph_def(graph, name=""), []
    )
    function = imported.prune(inputs, outputs)
    return function(*[tf.constant(value) for value in values])


def op_census(blob):
    """Count the operations of a graph, its library of functions included.

    Args:
        blob: The graph.

    Returns:
        A dict: how many there are of each kind of operation.
    """
    graph = tf.compat.v1.GraphDef.FromString(blob)
    nodes = [*graph.node]
    for function in graph.library.function:
        nodes += function.node_def
    return Counter(node.op for node in nodes)
