"""How a solution of `foundations/placeholder_graph` is observed."""

import numpy as np
import tensorflow as tf


def entrance(solution):
    """What the tensor is that `names["x"]` names: operation, dtype and shape."""
    graph, names = solution.build_graph()
    x = graph.get_tensor_by_name(names["x"])
    return {"operation": x.op.type, "dtype": x.dtype.base_dtype, "shape": x.shape}


def ran(solution, *batches):
    """What `run` returns for each of some batches, in one graph."""
    graph, names = solution.build_graph()
    return [solution.run(graph, names, xs) for xs in batches]


def is_array(solution, xs):
    """Whether `run` returns an array of NumPy's."""
    graph, names = solution.build_graph()
    return isinstance(solution.run(graph, names, xs), np.ndarray)


def operations(solution, xs, runs):
    """How many operations the graph has before any run, and after each of some."""
    graph, names = solution.build_graph()
    counts = [len(graph.get_operations())]
    for _ in range(runs):
        solution.run(graph, names, xs)
        counts.append(len(graph.get_operations()))
    return counts


def exported(solution):
    """The graph as bytes, with its names."""
    graph, names = solution.build_graph()
    definition = graph.as_graph_def().SerializeToString(deterministic=True)
    return {
        "bytes": definition,
        "names": {key: names[key] for key in ("x", "y", "init")},
    }


def _session(exported):
    definition = tf.compat.v1.GraphDef.FromString(exported["bytes"])
    with tf.Graph().as_default() as alone:
        tf.import_graph_def(definition, name="")
    return tf.compat.v1.Session(graph=alone)


def in_a_session(solution, exported, xs):
    """What `y` is for `xs` in a session that knows the graph alone."""
    names = exported["names"]
    with _session(exported) as session:
        session.run(session.graph.get_operation_by_name(names["init"]))
        return session.run(names["y"], feed_dict={names["x"]: xs})


def before_init(solution, exported, xs):
    """What asking for `y` raises in a session where `init` has not run."""
    names = exported["names"]
    with _session(exported) as session:
        try:
            session.run(names["y"], feed_dict={names["x"]: xs})
        except tf.errors.OpError as error:
            return type(error).__name__
    return "nothing"


def another_graph(solution, xs, weights, offset):
    """What `run` returns for its own graph, for one of ours, and for its own again."""
    ours = tf.Graph()
    with ours.as_default():
        entry = tf.compat.v1.placeholder(tf.float32, (None, 3), name="entry")
        v = tf.compat.v1.Variable(weights, use_resource=True, name="v")
        result = tf.tanh(tf.matmul(entry, v) + offset, name="result")
        start = tf.group(v.initializer, name="start")
    theirs, names = solution.build_graph()
    our_names = {"x": entry.name, "y": result.name, "init": start.name}
    pairs = [(theirs, names), (ours, our_names), (theirs, names)]
    return [solution.run(graph, some, xs) for graph, some in pairs]
