"""How a solution of `autograph/branch_in_a_layer` is observed."""

import keras
import tensorflow as tf

TABLE = tf.TensorSpec([None, 3], tf.float32)


def _layer(solution, limit):
    return solution.AdaptiveScale() if limit is None else solution.AdaptiveScale(limit)


def eager(solution, limit, xs):
    """What one layer returns for each of some inputs."""
    layer = _layer(solution, limit)
    return [layer(tf.constant(x)) for x in xs]


def in_turns(solution, limits, xs, keywords):
    """What layers of several limits return that are called in turns."""
    layers = [solution.AdaptiveScale(limit, **keywords) for limit in limits]
    return [[layer(tf.constant(x)) for layer in layers] for x in xs]


def functional(solution, limit, xs):
    """What a functional model returns that consists of the layer alone."""
    inputs = keras.Input(xs[0].shape[1:])
    model = keras.Model(inputs, _layer(solution, limit)(inputs))
    return [model(tf.constant(x)) for x in xs]


def traced(solution, limit, xs):
    """What the layer returns within a tf.function, traced once for all inputs."""
    layer = _layer(solution, limit)
    function = tf.function(lambda x: layer(x), input_signature=[TABLE])
    return [function(tf.constant(x)) for x in xs]


def gradients(solution, limit, xs, weights):
    """The gradient of a weighted sum of the output, for each of some inputs."""
    layer, found = _layer(solution, limit), []
    for x in map(tf.constant, xs):
        with tf.GradientTape() as tape:
            tape.watch(x)
            total = tf.reduce_sum(layer(x) * weights)
        found.append(tape.gradient(total, x))
    return found


def fitted(solution, limit, x, y, kernel):
    """The kernel of a dense layer before this one after two steps of `fit`."""
    dense = keras.layers.Dense(kernel.shape[1], use_bias=False)
    inputs = keras.Input(x.shape[1:])
    model = keras.Sequential([inputs, dense, _layer(solution, limit)])
    dense.set_weights([kernel])
    optimizer = keras.optimizers.SGD(0.1)
    model.compile(optimizer=optimizer, loss="mse", jit_compile=False)
    model.fit(x, y, batch_size=len(x) // 2, shuffle=False, verbose=0)
    return dense.get_weights()[0]


def keywords(solution, name):
    """What a layer made of the keyword arguments that are Keras's own."""
    layer = solution.AdaptiveScale(2.0, name=name, trainable=False)
    return {"name": layer.name, "trainable": layer.trainable}


def _concrete(solution, limit):
    layer = _layer(solution, limit)
    return tf.function(lambda x: layer(x)).get_concrete_function(TABLE), layer


def operations(solution):
    """The kinds of operations in the graph of a call, its library included."""
    concrete, _ = _concrete(solution, None)
    graph = concrete.graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return sorted({node.op for node in [*graph.node, *inner]})


def graph(solution, limit):
    """The graph of a call as bytes, its ends, and what it needs beside them."""
    # The layer is kept: a graph does not hold the variables that it needs.
    concrete, _layer_kept = _concrete(solution, limit)
    captured = concrete.captured_inputs
    return {
        "bytes": concrete.graph.as_graph_def().SerializeToString(deterministic=True),
        "inputs": [tensor.name for tensor in concrete.inputs],
        "output": concrete.outputs[0].name,
        "constants": [t.numpy() for t in captured if t.dtype != tf.resource],
        "resources": sum(t.dtype == tf.resource for t in captured),
    }


def without_rounds(solution, graph):
    """The same graph with loops that never make a round."""
    definition = tf.compat.v1.GraphDef.FromString(graph["bytes"])
    with tf.Graph().as_default() as never:
        tf.constant(False, name="never")
    functions = definition.library.function
    inner = [node for one in functions for node in one.node_def]
    loops = [
        n for n in [*definition.node, *inner] if n.op in ("While", "StatelessWhile")
    ]
    conditions = {loop.attr["cond"].func.name for loop in loops}
    for function in functions:
        if function.signature.name in conditions:
            del function.node_def[:]
            function.node_def.extend(never.as_graph_def().node)
            for end in function.ret:
                function.ret[end] = "never:output:0"
    return graph | {"bytes": definition.SerializeToString(deterministic=True)}


def run_graph(solution, graph, xs):
    """What a graph returns that is run alone, without the code that built it."""
    definition = tf.compat.v1.GraphDef.FromString(graph["bytes"])
    function = tf.compat.v1.wrap_function(
        lambda: tf.import_graph_def(definition, name=""), []
    )
    alone = function.prune(graph["inputs"], graph["output"])
    constants = [tf.constant(value) for value in graph["constants"]]
    return [alone(tf.constant(x), *constants) for x in xs]
