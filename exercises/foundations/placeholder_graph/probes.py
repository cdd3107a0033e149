"""How a solution of `foundations/placeholder_graph` is observed."""

import numpy as np
import tensorflow as tf

VARIABLES = {"VarHandleOp", "VariableV2", "Variable"}


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


def variables(solution, exported):
    """Dtype and shape of each variable in a graph."""
    definition = tf.compat.v1.GraphDef.FromString(exported["bytes"])
    attrs = [node.attr for node in definition.node if node.op in VARIABLES]
    return [
        [tf.as_dtype(attr["dtype"].type), tf.TensorShape(attr["shape"].shape)]
        for attr in attrs
    ]


def _assignment(variable, value):
    # The newer kind of variable is told by a handle, the older one by a reference.
    if variable.type == "VarHandleOp":
        return tf.raw_ops.AssignVariableOp(resource=variable.outputs[0], value=value)
    return tf.raw_ops.Assign(ref=variable.outputs[0], value=value)


def reassigned(solution, exported, xs, weights):
    """What `y` is for `xs` where `w`, known by its shape, has been assigned anew."""
    names = exported["names"]
    with _session(exported) as session:
        session.run(session.graph.get_operation_by_name(names["init"]))
        for op in session.graph.get_operations():
            if op.type in VARIABLES:
                if tf.TensorShape(op.get_attr("shape")) == weights.shape:
                    session.run(_assignment(op, weights))
        return session.run(names["y"], feed_dict={names["x"]: xs})


def another_graph(solution, weights, *batches):
    """What `run` returns for its own graph and for one of ours, batch by batch.

    Ours is float64, counts how often `y` was asked for, and looks at the whole batch;
    its `y` is the second output of an operation.
    """
    v1 = tf.compat.v1
    ours = tf.Graph()
    with ours.as_default():
        entry = v1.placeholder(tf.float32, (None, 3), name="entry")
        v = v1.Variable(weights, use_resource=True, name="v")
        runs = v1.Variable(0.0, dtype=tf.float64, use_resource=True, name="runs")
        rows = tf.matmul(tf.cast(entry, tf.float64), v) + v1.assign_add(runs, 1.0)
        result = rows - tf.reduce_sum(rows, axis=0)
        result = tf.split(tf.concat([rows, result], axis=1), 2, axis=1)[1]
        start = tf.group(v.initializer, runs.initializer, name="start")
    our_names = {"x": entry.name, "y": result.name, "init": start.name}
    pairs = [solution.build_graph(), (ours, our_names)]
    return [solution.run(*pair, xs) for xs in batches for pair in pairs]
