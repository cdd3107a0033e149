"""Whatever comes out of the graph is made a float32.

fails: test_another_graph
hint: Who decides of which dtype `y` is: the graph, or `run`?
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
        y = session.run(names["y"], feed_dict={names["x"]: xs})
        return y.astype("float32")
