"""Names lie in scopes, `w` is initialised by itself, and the sum is written by hand."""

import tensorflow as tf

v1 = tf.compat.v1


def build_graph():
    graph = tf.Graph()
    with graph.as_default(), tf.name_scope("model"):
        with tf.name_scope("entrance"):
            x = v1.placeholder(dtype=tf.float32, shape=[None, 3], name="data")
        w = tf.Variable(tf.constant([1.0, -2.0, 3.0], shape=[3, 1]), trainable=False)
        product = tf.reduce_sum(x * tf.transpose(w), axis=1, keepdims=True)
        y = tf.maximum(tf.subtract(product, 1), 0)
    return graph, dict(x=x.name, y=y.name, init=w.initializer.name)


def run(graph, names, xs):
    with graph.as_default():
        with v1.Session():
            graph.get_operation_by_name(names["init"]).run()
            return graph.get_tensor_by_name(names["y"]).eval({names["x"]: xs})
