"""How a solution of `autograph/branches_and_loops` is observed."""

import tensorflow as tf

SCALAR = tf.TensorSpec([], tf.int32)
ARGUMENTS = {
    "collatz_steps": lambda length: [SCALAR],
    "first_index": lambda length: [tf.TensorSpec([length], tf.int32), SCALAR],
    "sum_until_negative": lambda length: [tf.TensorSpec([length], tf.int32)],
}


def value(solution, name, *args):
    """What the function returns for tensors of the given values."""
    return getattr(solution, name)(*(tf.constant(arg, tf.int32) for arg in args))


def is_function(solution, name):
    """Whether it is a tf.function, which can be asked for its graph."""
    return callable(getattr(getattr(solution, name), "get_concrete_function", None))


def _nodes(solution, name, length):
    function = getattr(solution, name)
    concrete = function.get_concrete_function(*ARGUMENTS[name](length))
    graph = concrete.graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return [*graph.node, *inner]


def operations(solution, name, length):
    """The kinds of operations in the function's graph, its library included."""
    return sorted({node.op for node in _nodes(solution, name, length)})


def sizes(solution, name, lengths):
    """How many nodes the graph has for each of some static lengths."""
    return [len(_nodes(solution, name, length)) for length in lengths]
