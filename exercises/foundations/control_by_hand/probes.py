"""How a solution of `foundations/control_by_hand` is observed."""

from unittest import mock

import tensorflow as tf
from tensorflow.python.autograph.impl import api

ARGUMENTS = {
    "soft_clip": lambda dtype: [tf.TensorSpec([], dtype)] * 3,
    "int_power": lambda dtype: [tf.TensorSpec([], dtype), tf.TensorSpec([], tf.int32)],
}


def value(solution, name, *args):
    """What the function returns for eager tensors of the given values."""
    return getattr(solution, name)(*map(tf.constant, args))


def _unconverted(function, args, kwargs, *_, **__):
    return function(*args, **(kwargs or {}))


def _concrete(solution, name, dtype):
    function = tf.function(getattr(solution, name), autograph=False)
    # A decorator of the solution's own would switch AutoGraph on again below it.
    with mock.patch.object(api, "converted_call", _unconverted):
        return function.get_concrete_function(*ARGUMENTS[name](dtype))


def operations(solution, name, dtype):
    """The kinds of operations in the graph that is built without AutoGraph."""
    graph = _concrete(solution, name, dtype).graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return sorted({node.op for node in [*graph.node, *inner]})


def graph(solution, name, dtype):
    """That graph as bytes, and the names of what goes in and comes out."""
    concrete = _concrete(solution, name, dtype)
    return {
        "bytes": concrete.graph.as_graph_def().SerializeToString(deterministic=True),
        "inputs": [tensor.name for tensor in concrete.inputs],
        "output": concrete.outputs[0].name,
        "captured": [tensor.numpy() for tensor in concrete.captured_inputs],
    }


def run_graph(solution, graph, calls):
    """What a graph returns for each call, without the code that built it."""
    definition = tf.compat.v1.GraphDef.FromString(graph["bytes"])
    function = tf.compat.v1.wrap_function(
        lambda: tf.import_graph_def(definition, name=""), []
    )
    alone = function.prune(graph["inputs"], graph["output"])
    captured = [tf.constant(value) for value in graph["captured"]]
    return [alone(*map(tf.constant, args), *captured) for args in calls]
