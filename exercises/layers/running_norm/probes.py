"""How a solution of `layers/running_norm` is observed."""

import os
import tempfile

import keras
import tensorflow as tf
from keras import ops


def _statistics(layer):
    return {"mean": layer.mean, "var": layer.var}


def _now(layer):
    """The statistics as they are now: a variable would change with later calls."""
    return {
        "mean": ops.convert_to_numpy(layer.mean),
        "var": ops.convert_to_numpy(layer.var),
    }


def state(solution, shape):
    """The moving statistics that `build` makes, and how the weights are sorted."""
    layer = solution.RunningNorm()
    layer.build(tuple(shape))
    return {
        **_statistics(layer),
        "trainable": len(layer.trainable_weights),
        "not trainable": len(layer.non_trainable_weights),
    }


def trained(solution, batches, options):
    """The outputs for some batches in training, and the statistics after them."""
    layer = solution.RunningNorm(**options)
    outputs = [layer(tf.constant(x), training=True) for x in batches]
    return {"outputs": outputs, **_statistics(layer)}


def predicted(solution, x, mean, var, options):
    """The output for `x`, not in training, of a layer that is given new statistics."""
    layer = solution.RunningNorm(**options)
    layer(tf.constant(x), training=False)
    layer.mean.assign(mean)
    layer.var.assign(var)
    return layer(tf.constant(x), training=False)


def left_alone(solution, batch, others):
    """The statistics before, between and after calls that are not training."""
    layer = solution.RunningNorm()
    layer(tf.constant(batch), training=True)
    seen = [_now(layer)]
    for x in others:
        layer(tf.constant(x))
        layer(tf.constant(x), training=False)
        seen.append(_now(layer))
    return seen


def fitted(solution, x, y):
    """The moving statistics after two epochs of `fit`."""
    layer = solution.RunningNorm()
    model = keras.Sequential([keras.Input(x.shape[1:]), layer, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.01), loss="mse")
    model.fit(x, y, batch_size=8, epochs=2, shuffle=False, verbose=0)
    return _statistics(layer)


def loaded(solution, batch):
    """A fresh layer's statistics before and after it loads a trained one's weights."""
    path = os.path.join(tempfile.mkdtemp(), "model.weights.h5")
    layers = [solution.RunningNorm(), solution.RunningNorm()]
    models = [keras.Sequential([keras.Input(batch.shape[1:]), one]) for one in layers]
    layers[0](tf.constant(batch), training=True)
    models[0].save_weights(path)
    before = _now(layers[1])
    models[1].load_weights(path)
    return {"before": before, "after": _now(layers[1])}


def gradient(solution, x, upstream):
    """The gradient at `x` of the output in training, weighted by `upstream`."""
    layer = solution.RunningNorm()
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = layer(x, training=True)
    return tape.gradient(y, x, output_gradients=tf.constant(upstream))


def named(solution, name):
    """The name that a layer has that was given one."""
    return solution.RunningNorm(name=name).name
