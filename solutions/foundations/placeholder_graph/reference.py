"""A graph with a placeholder."""

import tensorflow as tf


def build_graph():
    """Build `relu(x @ w - 1)` as a graph that waits for `x`.

    `w` is a float32 variable that starts as `[[1.0], [-2.0], [3.0]]`.

    Returns:
        A pair: a `tf.Graph`, and a dict with the name of the placeholder, `"x"`, of the
        result, `"y"`, and of the operation that initialises `w`, `"init"`.
    """
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder(tf.float32, shape=(None, 3), name="x")
        w = tf.Variable([[1.0], [-2.0], [3.0]], name="w")
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = tf.compat.v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    """Run a graph for some data, from `init` on.

    Args:
        graph: A `tf.Graph`, not only one of `build_graph`.
        names: A dict with the names of its `"x"`, `"y"` and `"init"`.
        xs: float32 array, shape `(batch, 3)`.

    Returns:
        What `"y"` is for this `"x"`: an array.
    """
    with tf.compat.v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(names["y"], feed_dict={names["x"]: xs})
