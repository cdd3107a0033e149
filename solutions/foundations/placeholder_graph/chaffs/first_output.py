"""The tensor's name is cut at its colon, and the first output of the operation is taken.

fails: test_another_graph
hint: What does the number after the colon in `"y:0"` count? Is it always 0?
"""

import tensorflow as tf

v1 = tf.compat.v1


def build_graph():
    graph = tf.Graph()
    with graph.as_default():
        x = v1.placeholder(tf.float32, [None, 3], name="x")
        w = v1.get_variable("w", initializer=tf.constant([[1.0], [-2.0], [3.0]]))
        y = tf.nn.relu(tf.matmul(x, w) - 1.0, name="y")
        init = v1.global_variables_initializer()
    return graph, {"x": x.name, "y": y.name, "init": init.name}


def run(graph, names, xs):
    def output(name):
        return graph.get_operation_by_name(name.split(":")[0]).outputs[0]

    with v1.Session(graph=graph) as session:
        session.run(names["init"])
        return session.run(output(names["y"]), {output(names["x"]): xs})
