"""The function is wrapped in another one, and an imported graph is pruned."""

import collections
import itertools

import tensorflow as tf
from tensorflow.core.framework import graph_pb2
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2 as to_constants,
)


def freeze(fn, *specs):
    @tf.function(input_signature=specs)
    def outer(*args):
        return fn(*args)

    frozen = to_constants(outer.get_concrete_function(), lower_control_flow=False)
    names = [[t.name for t in ends] for ends in (frozen.inputs, frozen.outputs)]
    return frozen.graph.as_graph_def(add_shapes=True).SerializeToString(), *names


def run_bytes(blob, inputs, outputs, values):
    definition = graph_pb2.GraphDef.FromString(blob)

    def build():
        tf.compat.v1.import_graph_def(definition, name="")

    wrapped = tf.compat.v1.wrap_function(build, [])
    element = wrapped.graph.as_graph_element
    function = wrapped.prune(
        [element(name) for name in inputs], [element(name) for name in outputs]
    )
    return [result.numpy() for result in function(*map(tf.constant, values))]


def op_census(blob):
    definition = graph_pb2.GraphDef.FromString(blob)
    bodies = (f.node_def for f in definition.library.function)
    counts = collections.defaultdict(int)
    for node in itertools.chain(definition.node, *bodies):
        counts[node.op] += 1
    return counts
