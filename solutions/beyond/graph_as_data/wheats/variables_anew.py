"""Each captured value becomes a variable or constant of a TensorFlow 1 graph, which is frozen in a session."""

from collections import Counter

import tensorflow as tf
from tensorflow.compat import v1


def freeze(fn, *specs):
    traced = fn.get_concrete_function(*specs)
    count = len(traced.inputs) - len(traced.captured_inputs)
    handles = {id(v.handle): v.numpy() for v in traced.graph.variables}
    values = [
        handles[id(t)] if t.dtype == tf.resource else t.numpy()
        for t in traced.captured_inputs
    ]
    graph = tf.Graph()
    with graph.as_default(), v1.Session() as session:
        replaced = {}
        for inner, outer, value in zip(
            traced.inputs[count:], traced.captured_inputs, values
        ):
            if outer.dtype == tf.resource:
                replaced[inner.name] = v1.Variable(value, use_resource=True).handle
            else:
                replaced[inner.name] = tf.constant(value)
        v1.import_graph_def(traced.graph.as_graph_def(), replaced, name="f")
        session.run(v1.global_variables_initializer())
        results = [f"f/{tensor.name}" for tensor in traced.outputs]
        arguments = [f"f/{tensor.name}" for tensor in traced.inputs[:count]]
        # What is not named here is cut off, and so would be an unused argument.
        kept = [name.split(":")[0] for name in arguments + results]
        frozen = v1.graph_util.convert_variables_to_constants(
            session, graph.as_graph_def(), kept
        )
    return frozen.SerializeToString(), arguments, results


def run_bytes(blob, inputs, outputs, values):
    with tf.Graph().as_default() as graph, v1.Session(graph=graph) as session:
        definition = v1.GraphDef()
        definition.ParseFromString(blob)
        constants = [tf.constant(value) for value in values]
        found = tf.import_graph_def(
            definition, dict(zip(inputs, constants)), list(outputs)
        )
        return session.run(found)


def op_census(blob):
    definition = v1.GraphDef.FromString(blob)
    total = Counter(node.op for node in definition.node)
    for function in definition.library.function:
        total.update(node.op for node in function.node_def)
    return dict(total)
