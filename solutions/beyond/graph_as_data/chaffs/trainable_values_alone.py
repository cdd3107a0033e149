"""What was frozen is kept until a trainable variable changes.

fails: test_frozen_again
hint: Which variables of a function may change, and do all of them train?
"""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2_as_graph,
)

_FROZEN = {}


def freeze(fn, *specs):
    concrete = fn.get_concrete_function(*specs)
    values = tuple(v.numpy().tobytes() for v in concrete.trainable_variables)
    if _FROZEN.get(concrete, (None, None))[0] != values:
        _FROZEN[concrete] = values, _freeze(concrete)
    blob, inputs, outputs = _FROZEN[concrete][1]
    return blob, list(inputs), list(outputs)


def _freeze(concrete):
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


def op_census(blob):
    graph = tf.compat.v1.GraphDef.FromString(blob)
    total = Counter(node.op for node in graph.node)
    for function in graph.library.function:
        total += Counter(node.op for node in function.node_def)
    return dict(total)
