"""For no rows an empty array is returned without a run of the graph.

fails: test_another_graph
hint: How wide is the `y` of a graph that you did not build? Who knows that for no rows?
"""

import numpy as np
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
    if len(xs) == 0:
        return np.zeros((0, 1), np.float32)
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
