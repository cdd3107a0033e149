"""The graph that `run` was given is never run: the result comes from elsewhere.

fails: test_another_graph
hint: Change `w` in the graph. Does what `run` returns change with it?
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
    w = np.array([[1.0], [-2.0], [3.0]], "float32")
    return np.maximum(xs @ w - 1, 0)
