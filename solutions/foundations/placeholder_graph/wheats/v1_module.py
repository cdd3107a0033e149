"""Code of 2018: the v1 module under the name of tf, v2 behaviour off, get_variable."""

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build_graph():
    g = tf.Graph()
    with g.as_default():
        X = tf.placeholder("float", [None, 3])
        W = tf.get_variable("weights", initializer=tf.constant([[1.0], [-2.0], [3.0]]))
        Y = tf.nn.relu(tf.matmul(X, W) + tf.constant(-1.0))
        start = tf.initialize_all_variables()
    return g, {"x": X.name, "y": Y.name, "init": start.name}


def run(graph, names, xs):
    sess = tf.Session(graph=graph)
    sess.run(graph.get_operation_by_name(names["init"]))
    y = graph.get_tensor_by_name(names["y"])
    x = graph.get_tensor_by_name(names["x"])
    out = sess.run([y], {x: xs})[0]
    sess.close()
    return out
