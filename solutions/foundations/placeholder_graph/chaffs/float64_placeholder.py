"""The placeholder and the variable are float64.

fails: test_placeholder, test_run
hint: Which dtype does the statement ask for, and which one did you give the placeholder?
"""

import tensorflow as tf


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float64, shape=(None, 3), name="x")
        w = tf.Variable([[1.0], [-2.0], [3.0]], dtype=tf.float64, name="w")
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
