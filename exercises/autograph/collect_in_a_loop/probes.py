"""How a solution of `autograph/collect_in_a_loop` is observed."""

import tensorflow as tf

SIGNATURES = {
    "running_max": tf.TensorSpec([None], tf.float32),
    "divisors": tf.TensorSpec([], tf.int32),
}


def _concrete(solution, name):
    return getattr(solution, name).get_concrete_function(SIGNATURES[name])


def value(solution, name, argument):
    """What the function returns for a tensor of the given value."""
    return getattr(solution, name)(tf.constant(argument, SIGNATURES[name].dtype))


def is_function(solution, name):
    """Whether it is a tf.function, which can be asked for its graph."""
    return callable(getattr(getattr(solution, name), "get_concrete_function", None))


def operations(solution, name):
    """The kinds of operations in the function's graph, its library included."""
    graph = _concrete(solution, name).graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return sorted({node.op for node in [*graph.node, *inner]})


def gradient(solution, xs, weights):
    """The gradient of a weighted sum of the running maximum, with respect to `xs`."""
    xs = tf.constant(xs, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(xs)
        total = tf.reduce_sum(solution.running_max(xs) * weights)
    return tape.gradient(total, xs)


def traces(solution, name, arguments):
    """How often the function was traced after calls with these arguments."""
    for argument in arguments:
        value(solution, name, argument)
    return getattr(solution, name).experimental_get_tracing_count()


def signature(solution, name):
    """Shape and dtype of each argument that the decorator admits; None, if of any."""
    specs = getattr(solution, name).input_signature
    return None if specs is None else [(spec.shape, spec.dtype) for spec in specs]


def graph(solution, name):
    """The function's graph as bytes, its ends, and how much it takes from outside."""
    concrete = _concrete(solution, name)
    captured = concrete.captured_inputs
    return {
        "bytes": concrete.graph.as_graph_def().SerializeToString(deterministic=True),
        "inputs": [tensor.name for tensor in concrete.inputs],
        "output": concrete.outputs[0].name,
        "tensors": sum(t.dtype != tf.resource for t in captured),
        "resources": sum(t.dtype == tf.resource for t in captured),
    }


def run_graph(solution, graph, name, argument):
    """What a graph returns that is run alone, without the code that built it."""
    definition = tf.compat.v1.GraphDef.FromString(graph["bytes"])
    function = tf.compat.v1.wrap_function(
        lambda: tf.import_graph_def(definition, name=""), []
    )
    alone = function.prune(graph["inputs"], graph["output"])
    return alone(tf.constant(argument, SIGNATURES[name].dtype))
