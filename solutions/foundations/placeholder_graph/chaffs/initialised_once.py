"""A graph's session is kept, and its variables are initialised in the first run alone.

fails: test_another_graph
hint: Where a graph changes its variables, with which values does your second run begin?
"""

import tensorflow as tf

_sessions = {}


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, shape=(None, 3), name="x")
        w = tf.Variable([[1.0], [-2.0], [3.0]], name="w")
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    if graph not in _sessions:
        _sessions[graph] = tf.compat.v1.Session(graph=graph)
        _sessions[graph].run(names["init"])
    return _sessions[graph].run(names["y"], feed_dict={names["x"]: xs})
