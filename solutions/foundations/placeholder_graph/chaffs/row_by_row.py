"""The rows are fed one at a time, as if no graph could look at the whole batch.

fails: test_another_graph
hint: What if `y` takes the mean over the batch? How many rows does your graph see at once?
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
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        rows = [xs[i : i + 1] for i in range(len(xs))] or [xs]
        answers = [session.run(names["y"], {names["x"]: row}) for row in rows]
        return np.concatenate(answers)
