"""How a solution of `beyond/graph_as_data` is observed."""

from collections.abc import Mapping

import keras
import numpy as np
import tensorflow as tf

FLOATS = tf.TensorSpec([None, 3], tf.float32)
COUNT = tf.TensorSpec([], tf.int32)


# --- functions ----------------------------------------------------------------


def _steps(weight):
    variable = tf.Variable(tf.zeros_like(weight))

    @tf.function
    def steps(x, n):
        while n > 0:
            if n % 2 == 0:
                x = tf.matmul(x, variable)
            else:
                x = x - 1.0
            n -= 1
        return x

    steps.get_concrete_function(FLOATS, COUNT)
    variable.assign(weight)  # later than the trace
    return steps, [FLOATS, COUNT]


def _two_results(_):
    @tf.function
    def two(x):
        return tf.reduce_sum(x, axis=0), tf.shape(x)[0]

    return two, [tf.TensorSpec([None, None], tf.float64)]


def _table(weight):
    constant = tf.constant(weight)

    @tf.function
    def look_up(places):
        return tf.gather(constant, places)

    return look_up, [tf.TensorSpec([None], tf.int64)]


def _model(weight):
    layers = [keras.layers.Dense(size) for size in weight.shape]
    model = keras.Sequential([keras.Input([3]), *layers])
    model.set_weights([np.resize(weight, part.shape) for part in model.get_weights()])

    @tf.function
    def predict(x):
        return model(x)

    return predict, [FLOATS]


def _sorted_pair(weight):
    factor = tf.Variable(weight)

    @tf.function
    def pair(a, b):
        return tf.cond(a > b, lambda: (b * factor, a), lambda: (a, b / factor))

    return pair, [tf.TensorSpec([], tf.float32)] * 2


def _first(_):
    @tf.function
    def first(x, n):
        return tf.nn.relu(x)

    return first, [FLOATS, COUNT]


def _nested(_):
    @tf.function
    def twice(x):
        return x * 2.0

    @tf.function
    def calls(x):
        return twice(twice(x)) + twice(x)

    return calls, [FLOATS]


def _falling(_):
    @tf.function
    def falling(x, n):
        while n > 0:
            if tf.reduce_sum(x) > 4.0:
                x = x / 2.0 - 1.0
            n -= 1
        return x, n

    return falling, [FLOATS, COUNT]


def _plain(_):
    @tf.function
    def plain(x):
        return tf.tanh(x) + tf.tanh(x * x), x

    return plain, [tf.TensorSpec([None], tf.float64)]


MADE = {
    "steps": _steps,
    "two results": _two_results,
    "table": _table,
    "model": _model,
    "sorted pair": _sorted_pair,
    "first": _first,
    "nested": _nested,
    "falling": _falling,
    "plain": _plain,
}


# --- what is frozen -----------------------------------------------------------


def called(solution, name, weight, *args):
    """What the function itself returns, in a list."""
    function, specs = MADE[name](weight)
    values = [tf.constant(a, s.dtype) for a, s in zip(args, specs, strict=True)]
    return tf.nest.flatten(function(*values))


def frozen(solution, name, weight):
    """What `freeze` returns for the function."""
    function, specs = MADE[name](weight)
    blob, inputs, outputs = solution.freeze(function, *specs)
    return {"bytes": blob, "inputs": inputs, "outputs": outputs}


def frozen_again(solution, weights):
    """What `freeze` returns for one function, for each value of its variables.

    The one that can be trained is 0 the first time, and 1 from then on.
    """
    factor, offset = tf.Variable(weights[0], trainable=False), tf.Variable(0.0)

    @tf.function
    def scaled(x):
        return factor * x + offset

    graphs = []
    for weight in weights:
        factor.assign(weight)
        offset.assign(float(weight != weights[0]))
        frozen = solution.freeze(scaled, tf.TensorSpec([None], tf.float32))
        graphs.append(dict(zip(("bytes", "inputs", "outputs"), frozen, strict=True)))
    return graphs


def names(solution, name, weight):
    """Whether `freeze` returns bytes, and which operations the named tensors are of."""
    parts = frozen(solution, name, weight)
    if type(parts["bytes"]) is not bytes:
        return {"type": type(parts["bytes"]).__name__}
    nodes = tf.compat.v1.GraphDef.FromString(parts["bytes"]).node
    kinds = {node.name: node.op for node in nodes}

    def kind(tensor):
        if not isinstance(tensor, str):
            return f"{type(tensor).__name__}, which is no name"
        return kinds.get(tensor.rpartition(":")[0], f"`{tensor}`, which is no tensor")

    return {
        "type": "bytes",
        "inputs": [kind(tensor) for tensor in parts["inputs"]],
        "outputs": [kind(tensor) for tensor in parts["outputs"]],
    }


def operations(solution, name, weight):
    """The kinds of operations in a frozen function, its library included."""
    blob = frozen(solution, name, weight)["bytes"]
    graph = tf.compat.v1.GraphDef.FromString(blob)
    bodies = [graph.node, *(function.node_def for function in graph.library.function)]
    return sorted({node.op for body in bodies for node in body})


def session(solution, graph, values):
    """What a graph returns that is run alone, without the code that built it."""
    with tf.Graph().as_default():
        tf.import_graph_def(tf.compat.v1.GraphDef.FromString(graph["bytes"]), name="")
        with tf.compat.v1.Session() as session:
            feed = dict(zip(graph["inputs"], values, strict=True))
            return session.run(list(graph["outputs"]), feed)


# --- graphs to run and to count -----------------------------------------------


def given(solution, name):
    """A function's graph that was not made by `freeze`; it captures nothing."""
    function, specs = MADE[name](None)
    traced = function.get_concrete_function(*specs)
    return {
        "bytes": traced.graph.as_graph_def().SerializeToString(deterministic=True),
        "inputs": [tensor.name for tensor in traced.inputs],
        "outputs": [tensor.name for tensor in traced.outputs],
    }


def halves(solution):
    """A graph of one operation with two results, of which the second comes first."""
    with tf.Graph().as_default() as graph:
        whole = tf.compat.v1.placeholder(tf.float32, [4])
        first, second = tf.split(whole, 2)
    return {
        "bytes": graph.as_graph_def().SerializeToString(deterministic=True),
        "inputs": [whole.name],
        "outputs": [second.name, first.name],
    }


def run(solution, graph, *values):
    """What `run_bytes` returns for a graph."""
    values = [np.asarray(value) for value in values]
    return solution.run_bytes(graph["bytes"], graph["inputs"], graph["outputs"], values)


def run_reversed(solution, name, *values):
    """What `run_bytes` returns for a graph whose last input is named first."""
    graph = given(solution, name)
    return run(solution, graph | {"inputs": graph["inputs"][::-1]}, *values[::-1])


def census(solution, *names):
    """What `op_census` counts in a graph that has the libraries of others, too.

    Without a name, in one without any node.
    """
    graphs = [
        tf.compat.v1.GraphDef.FromString(given(solution, name)["bytes"])
        for name in names
    ]
    for other in graphs[1:]:
        graphs[0].library.MergeFrom(other.library)
    counts = solution.op_census(graphs[0].SerializeToString() if graphs else b"")
    return dict(counts) if isinstance(counts, Mapping) else counts
