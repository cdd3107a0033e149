"""How a solution of `foundations/control_by_hand` is observed."""

from unittest import mock

import tensorflow as tf
from tensorflow.python.autograph.impl import api
from tensorflow.python.autograph.operators import conditional_expressions, control_flow
from tensorflow.python.framework import op_callbacks

LOOPS = {"While", "StatelessWhile"}
ARGUMENTS = {
    "soft_clip": lambda dtype: [tf.TensorSpec([], dtype)] * 3,
    "int_power": lambda dtype: [tf.TensorSpec([], dtype), tf.TensorSpec([], tf.int32)],
}


def value(solution, name, *args):
    """What the function returns for eager tensors of the given values."""
    return getattr(solution, name)(*map(tf.constant, args))


def computed(solution, name, *args):
    """Every float scalar that an operation returns on the way, run eagerly."""
    found = []

    def keep(op_type, inputs, attrs, outputs, op_name=None, graph=None):
        eager = [output for output in outputs if graph is None]
        found.extend(
            float(output)
            for output in eager
            if output.dtype.is_floating and output.shape == ()
        )

    args = list(map(tf.constant, args))
    tf.config.run_functions_eagerly(True)
    op_callbacks.add_op_callback(keep)
    try:
        getattr(solution, name)(*args)
    finally:
        op_callbacks.remove_op_callback(keep)
        tf.config.run_functions_eagerly(False)
    return found


def _unconverted(function, args, kwargs, *_, **__):
    return function(*args, **(kwargs or {}))


def _refused(*_):
    raise TypeError("AutoGraph is off: no `if` and no `while` can ask a tensor.")


def _concrete(solution, name, dtype):
    function = tf.function(getattr(solution, name), autograph=False)
    # A decorator of the solution's own would switch AutoGraph on again below it, or has
    # converted the function already.
    with (
        mock.patch.object(api, "converted_call", _unconverted),
        mock.patch.object(conditional_expressions, "_tf_if_exp", _refused),
        mock.patch.object(control_flow, "_tf_if_stmt", _refused),
        mock.patch.object(control_flow, "_tf_while_stmt", _refused),
    ):
        return function.get_concrete_function(*ARGUMENTS[name](dtype))


def operations(solution, name, dtype):
    """The kinds of operations in the graph that is built without AutoGraph."""
    graph = _concrete(solution, name, dtype).graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return sorted({node.op for node in [*graph.node, *inner]})


def _kinds(nodes, functions):
    """The kinds of `nodes`, and of those in the functions that they call."""
    for node in nodes:
        yield node.op
        for attr in node.attr.values():
            for called in [attr.func, *attr.list.func]:
                yield from _kinds(functions.get(called.name, []), functions)


def operations_in_loops(solution, name, dtype):
    """The kinds of operations in the bodies of that graph's loops."""
    graph = _concrete(solution, name, dtype).graph.as_graph_def()
    functions = {one.signature.name: one.node_def for one in graph.library.function}
    nodes = [node for some in (graph.node, *functions.values()) for node in some]
    bodies = [
        functions[node.attr["body"].func.name] for node in nodes if node.op in LOOPS
    ]
    return sorted({kind for body in bodies for kind in _kinds(body, functions)})


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
