"""How a solution of `layers/residual_stack` is observed.

The values of a layer's weights come and go as `[kernel, bias]` for each block, and as
`[kernel]` for the projection, or None where there is none.
"""

import os
import tempfile

import keras
import tensorflow as tf


def _shapes(layer):
    return [[list(weight.shape), str(weight.dtype)] for weight in layer.weights]


def _built(solution, shape, blocks, proj):
    """A layer that has met an input of a shape, with the given values."""
    layer = solution.ResidualMLP(len(blocks[0][1]), len(blocks))
    layer(tf.zeros(shape))
    _set(layer, blocks, proj)
    return layer


def _set(layer, blocks, proj):
    for block, values in zip(layer.blocks, blocks, strict=True):
        block.set_weights(values)
    if proj is not None:
        layer.proj.set_weights(proj)


def _values(layer):
    return {
        "blocks": [block.get_weights() for block in layer.blocks],
        "proj": None if layer.proj is None else layer.proj.get_weights(),
    }


def parts(solution, width, depth, shape):
    """What a layer is made of, and the number of weights after each of two calls."""
    layer = solution.ResidualMLP(width, depth)
    counts = []
    for _ in range(2):
        layer(tf.ones(shape))
        counts.append(len(layer.weights))
    return {
        "blocks": [_shapes(block) for block in layer.blocks],
        "proj": None if layer.proj is None else _shapes(layer.proj),
        "trainable": len(layer.trainable_weights),
        "counts": counts,
    }


def built(solution, width, depth, shape):
    """How many weights `build` makes by itself."""
    layer = solution.ResidualMLP(width, depth)
    layer.build((None, *shape[1:]))
    return len(layer.weights)


def forward(solution, x, blocks, proj):
    """The output for `x` of a layer with the given values, and for two rows of it."""
    layer = _built(solution, x.shape, blocks, proj)
    rows = tf.constant(x.reshape(-1, x.shape[-1])[:2])
    return {"whole": layer(tf.constant(x)), "rows": layer(rows)}


def traced(solution, x, blocks, proj):
    """The output for `x` of a graph that knows no size but the input's width."""
    layer = _built(solution, x.shape, blocks, proj)
    spec = tf.TensorSpec([None] * (x.ndim - 1) + [x.shape[-1]], tf.float32)
    return tf.function(lambda x: layer(x), input_signature=[spec])(tf.constant(x))


def restored(solution, shape, blocks, proj):
    """The values of a fresh layer after a restore, and what the checkpoint holds."""
    prefix = os.path.join(tempfile.mkdtemp(), "ckpt")
    layer = _built(solution, shape, blocks, proj)
    path = tf.train.Checkpoint(net=layer).save(prefix)
    fresh = solution.ResidualMLP(len(blocks[0][1]), len(blocks))
    fresh(tf.zeros(shape))
    tf.train.Checkpoint(net=fresh).restore(path).assert_consumed()
    dtypes = tf.train.load_checkpoint(path).get_variable_to_dtype_map().values()
    held = sum(dtype == tf.float32 for dtype in dtypes)
    return {"held": held, "values": _values(fresh)}


def restored_first(solution, shape, blocks, proj):
    """The values of a layer restored before its first call, and any complaint."""
    prefix = os.path.join(tempfile.mkdtemp(), "ckpt")
    layer = _built(solution, shape, blocks, proj)
    path = tf.train.Checkpoint(net=layer).save(prefix)
    fresh = solution.ResidualMLP(len(blocks[0][1]), len(blocks))
    status = tf.train.Checkpoint(net=fresh).restore(path)
    fresh(tf.zeros(shape))
    try:
        status.assert_consumed()
        complaint = ""
    except AssertionError as error:
        complaint = str(error).partition("\n")[0]
    return {"values": _values(fresh), "complaint": complaint}


def loaded(solution, shape, blocks, proj):
    """The values of a layer in a fresh model that loads another model's weights."""
    path = os.path.join(tempfile.mkdtemp(), "model.weights.h5")
    width, depth = len(blocks[0][1]), len(blocks)
    layers = [solution.ResidualMLP(width, depth) for _ in range(2)]
    models = [keras.Sequential([keras.Input(shape[1:]), layer]) for layer in layers]
    _set(layers[0], blocks, proj)
    models[0].save_weights(path)
    models[1].load_weights(path)
    return _values(layers[1])


def gradients(solution, x, upstream, blocks, proj):
    """The gradients of all weights, the projection's first, for an upstream one."""
    layer = _built(solution, x.shape, blocks, proj)
    parts = [layer.proj, *layer.blocks]
    with tf.GradientTape() as tape:
        y = layer(tf.constant(x))
    weights = [weight for part in parts for weight in part.trainable_weights]
    return tape.gradient(y, weights, output_gradients=tf.constant(upstream))


def named(solution, name):
    """The name that a layer has that was given one."""
    return solution.ResidualMLP(2, 1, name=name).name
