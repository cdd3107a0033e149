"""The result is put together in `run`, so that each run adds operations.

fails: test_built_once
hint: Building happens once, running happens often. In which of the two does your `+` stand?
"""

import tensorflow as tf


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, shape=(None, 3), name="x")
        w = tf.Variable([[1.0], [-2.0], [3.0]], name="w")
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        with graph.as_default():
            y = graph.get_tensor_by_name(names["y"]) + 0.0
        return session.run(y, feed_dict={names["x"]: xs})
