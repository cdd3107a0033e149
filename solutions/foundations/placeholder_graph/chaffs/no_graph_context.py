"""The placeholder is made outside of any graph, where TensorFlow runs eagerly.

fails: test_placeholder, test_run
hint: Which lines of yours stand inside `with graph.as_default():`, and which should?
"""

import tensorflow as tf


def build_graph():
    x = tf.compat.v1.placeholder(tf.float32, shape=(None, 3), name="x")
    graph = tf.Graph()
    with graph.as_default():
        w = tf.Variable([[1.0], [-2.0], [3.0]], name="w")
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
