"""Functions in the library that nobody calls are not counted.

fails: test_other_graphs_counted
hint: Which functions of the library does the statement count?
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
    graph = tf.Graph()
    with graph.as_default():
        tf.graph_util.import_graph_def(tf.compat.v1.GraphDef.FromString(blob), name="")
    with tf.compat.v1.Session(graph=graph) as session:
        return session.run(list(outputs), dict(zip(inputs, values, strict=True)))


def _called(nodes):
    for node in nodes:
        yield node.op
        for attr in node.attr.values():
            if attr.HasField("func"):
                yield attr.func.name
            for func in attr.list.func:
                yield func.name


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    library = {f.signature.name: f.node_def for f in graph.library.function}
    total = Counter(node.op for node in graph.node)
    seen, waiting = set(), list(_called(graph.node))
    while waiting:
        name = waiting.pop()
        if name in library and name not in seen:
            seen.add(name)
            total.update(node.op for node in library[name])
            waiting.extend(_called(library[name]))
    return dict(total)
