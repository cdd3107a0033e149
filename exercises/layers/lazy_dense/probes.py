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


def two_widths(solution, units, one, other):
    """The shapes of what two layers return, both made before either meets an input."""
    first, second = solution.LazyDense(units), solution.LazyDense(units)
    return [list(first(tf.ones(one)).shape), list(second(tf.ones(other)).shape)]


def named(solution, name):
    """The name that a layer has that was given one."""
    return solution.LazyDense(2, name=name).name


def starting_kernel(solution, units, shape):
    """The kernel's values before any training."""
    layer = solution.LazyDense(units)
    layer(tf.ones(shape))
    return layer.get_weights()[0]


def fitted(solution, x, y):
    """The loss before and after `fit`, and whether each weight changed in it."""
    model = keras.Sequential([keras.Input(x.shape[1:]), solution.LazyDense(y.shape[1])])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    weights = model.get_weights()
    history = model.fit(x, y, batch_size=len(x), epochs=3, verbose=0)
    pairs = zip(weights, model.get_weights(), strict=True)
    changed = [bool((a != b).any()) for a, b in pairs]
    return {"losses": history.history["loss"], "changed": changed}
