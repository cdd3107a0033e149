"""The product is computed by Python, behind `tf.numpy_function`.

fails: test_graph_alone
hint: What is left of your graph where your Python code is not there?
"""

import numpy as np
import tensorflow as tf


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, shape=(None, 3), name="x")
        w = tf.Variable([[1.0], [-2.0], [3.0]], name="w")
        z = tf.numpy_function(np.matmul, [x, w], tf.float32)
        y = tf.nn.relu(z - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
