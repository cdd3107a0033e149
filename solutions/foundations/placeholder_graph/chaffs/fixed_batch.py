"""The batch has a fixed size.

fails: test_placeholder, test_other_batches
hint: Which sizes of `x` are known while the graph is built? What stands for one that is not?
"""

import tensorflow as tf


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, shape=(4, 3), name="x")
        w = tf.Variable([[1.0], [-2.0], [3.0]], name="w")
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
