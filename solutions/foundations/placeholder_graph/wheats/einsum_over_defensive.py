"""Over-defensive: everything is checked, cast and copied; the product is an einsum."""

import numpy as np
import tensorflow as tf


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, [None, 3], "x")
        start = np.array([1, -2, 3], dtype=np.float32).reshape(3, 1)
        w = tf.Variable(start, dtype=tf.float32, name="w", shape=(3, 1))
        one = tf.ones([1], tf.float32)
        z = tf.einsum("bi,io->bo", x, tf.identity(w)) - one
        y = tf.where(z > 0, z, tf.zeros_like(z))
        init = tf.group(tf.compat.v1.global_variables_initializer(), name="init_all")
    assert x.graph is graph and y.graph is graph
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    xs = np.asarray(xs, dtype=np.float32)
    if xs.ndim != 2 or xs.shape[1] != 3:
        raise ValueError(f"xs has shape {xs.shape}")
    with tf.compat.v1.Session(graph=graph) as session:
        _ = session.run([names["init"]])
        result = session.run({"y": names["y"]}, feed_dict={names["x"]: xs})
    return np.array(result["y"])
