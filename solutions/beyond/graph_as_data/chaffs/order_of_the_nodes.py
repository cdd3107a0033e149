"""Values go to the placeholders in the order of the nodes, not of `inputs`.

fails: test_run_again
hint: Which of `inputs` does the first value belong to, and which placeholder has that name?
"""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2_as_graph,
)


def freeze(fn, *specs):
    concrete = fn.get_concrete_function(*specs)
    frozen, graph_def = convert_variables_to_constants_v2_as_graph(
        concrete, lower_control_flow=False
    )
    return (
        graph_def.SerializeToString(),
        [t.name for t in frozen.inputs],
        [t.name for t in frozen.outputs],
    )


def run_bytes(blob, inputs, outputs, values):
    graph_def = tf.compat.v1.GraphDef.FromString(blob)
    places = [f"{n.name}:0" for n in graph_def.node if n.op == "Placeholder"]
    if set(inputs) != set(places):
        places = list(inputs)
    graph = tf.Graph()
    with graph.as_default():
        tf.graph_util.import_graph_def(graph_def, name="")
    with tf.compat.v1.Session(graph=graph) as session:
        return session.run(list(outputs), dict(zip(places, values, strict=True)))


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    total = Counter(node.op for node in graph.node)
    for function in graph.library.function:
        total += Counter(node.op for node in function.node_def)
    return dict(total)
