"""`w` is a constant, and there is nothing to initialise.

fails: test_variable
hint: Could an optimizer change your `w`? What does `init` do in your graph?
"""

import tensorflow as tf


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, shape=(None, 3), name="x")
        w = tf.constant([[1.0], [-2.0], [3.0]])
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.no_op(name="init")
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
