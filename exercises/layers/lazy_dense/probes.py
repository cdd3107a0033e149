"""How a solution of `layers/lazy_dense` is observed."""

import keras
import tensorflow as tf


def _made(solution, units, use_bias):
    if use_bias:
        return solution.LazyDense(units)
    return solution.LazyDense(units, use_bias=False)


def growth(solution, units, shape):
    """How many weights there are when the layer is made, and after two calls."""
    layer = solution.LazyDense(units)
    counts = [len(layer.weights)]
    for _ in range(2):
        layer(tf.ones(shape))
        counts.append(len(layer.weights))
    return counts


def built(solution, units, width):
    """How many weights `build` makes by itself, for a batch of any size."""
    layer = solution.LazyDense(units)
    layer.build((None, width))
    return len(layer.weights)


def weights(solution, units, use_bias, shape):
    """Shapes and dtypes of the trainable weights, and how many others there are."""
    layer = _made(solution, units, use_bias)
    layer(tf.ones(shape))
    return {
        "trainable": [
            [list(weight.shape), str(weight.dtype)]
            for weight in layer.trainable_weights
        ],
        "others": len(layer.non_trainable_weights),
    }


def forward(solution, x, values):
    """The output for `x` of a layer with the given weights."""
    layer = _made(solution, values[0].shape[1], len(values) == 2)
    layer(tf.zeros(x.shape))
    layer.set_weights(values)
    return layer(tf.constant(x))


def in_a_model(solution, x, values):
    """The output for `x` in a graph of a model that knows its input's width alone."""
    inputs = keras.Input([None] * (x.ndim - 2) + [x.shape[-1]])
    outputs = solution.LazyDense(values[0].shape[1])(inputs)
    model = keras.Model(inputs, outputs)
    model.set_weights(values)
    spec = tf.TensorSpec([None] * (x.ndim - 1) + [x.shape[-1]])
    graph = tf.function(lambda x: model(x), input_signature=[spec])
    return graph(tf.constant(x))


def foretold(solution, units, shape):
    """Whether the shape that a functional model expects fits the right one."""
    got = solution.LazyDense(units)(keras.Input(shape)).shape
    return tf.TensorShape(got).is_compatible_with([None, *shape[:-1], units])


def two_layers(solution, one, other):
    """What two layers return and hold, both made before either meets an input."""
    layers = solution.LazyDense(2), solution.LazyDense(3, use_bias=False)
    shapes = [
        list(layer(tf.ones(shape)).shape)
        for layer, shape in zip(layers, (one, other), strict=True)
    ]
    return {"outputs": shapes, "weights": [len(layer.weights) for layer in layers]}


def keywords(solution, name):
    """What a layer made of arguments that are Keras's own."""
    layer = solution.LazyDense(2, name=name, trainable=False)
    return {"name": layer.name, "trainable": layer.trainable}


def refused(solution, keyword):
    """Whether a layer cannot be made with a keyword."""
    try:
        solution.LazyDense(2, **{keyword: True})
    except (TypeError, ValueError):
        return True
    return False


def starting_kernel(solution, units, shape):
    """The kernel's values before any training."""
    layer = solution.LazyDense(units)
    layer(tf.ones(shape))
    return layer.get_weights()[0]


def fitted(solution, x, y):
    """The losses of `fit`, what changed in it, and where a gradient comes after it."""
    model = keras.Sequential([keras.Input(x.shape[1:]), solution.LazyDense(y.shape[1])])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    weights, before = model.get_weights(), model(tf.constant(x))
    history = model.fit(x, y, batch_size=len(x), epochs=3, verbose=0)
    pairs = zip(weights, model.get_weights(), strict=True)
    changed = [bool((a != b).any()) for a, b in pairs]
    with tf.GradientTape() as tape:
        after = model(tf.constant(x))
    variables = [weight.value for weight in model.trainable_weights]
    gradients = tape.gradient(after, variables)
    return {
        "losses": history.history["loss"],
        "changed": changed,
        "followed": bool(tf.reduce_any(before != after)),
        "reached": [gradient is not None for gradient in gradients],
    }
