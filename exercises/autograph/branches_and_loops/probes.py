"""How a solution of `autograph/branches_and_loops` is observed."""

import time

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


def stops_early(solution, length):
    """Whether `first_index` is much quicker for a target at the start than for none."""
    xs = tf.range(length)

    def seconds(target):
        begin = time.perf_counter()
        solution.first_index(xs, tf.constant(target)).numpy()
        return time.perf_counter() - begin

    seconds(0)  # The first call builds the graph.
    # The quickest of several: another process may hold the machine for a moment.
    found = min(seconds(0) for _ in range(5))
    absent = min(seconds(-1) for _ in range(2))
    return found < absent / 4


def graph(solution, name):
    """The function's graph as bytes, and the names of what goes in and comes out."""
    concrete = getattr(solution, name).get_concrete_function(*ARGUMENTS[name](None))
    return {
        "bytes": concrete.graph.as_graph_def().SerializeToString(deterministic=True),
        "inputs": [tensor.name for tensor in concrete.inputs],
        "output": concrete.outputs[0].name,
        "captured": [tensor.numpy() for tensor in concrete.captured_inputs],
    }


def run_graph(solution, graph, *args):
    """What a graph returns that is run alone, without the code that built it."""
    definition = tf.compat.v1.GraphDef.FromString(graph["bytes"])
    function = tf.compat.v1.wrap_function(
        lambda: tf.import_graph_def(definition, name=""), []
    )
    alone = function.prune(graph["inputs"], graph["output"])
    values = [tf.constant(arg, tf.int32) for arg in args]
    return alone(*values, *(tf.constant(value) for value in graph["captured"]))
