"""How a solution of `training/low_to_high` is observed."""

import keras
import tensorflow as tf


def weights(solution, units, shape):
    """Shapes and dtypes of the trainable weights, and how many others there are."""
    layer = solution.LowLevel() if units is None else solution.LowLevel(units)
    layer(tf.ones(shape))
    return {
        "trainable": [
            [list(weight.shape), str(weight.dtype)]
            for weight in layer.trainable_weights
        ],
        "others": len(layer.non_trainable_weights),
    }


def output(solution, x, w, b):
    """The output for `x` of a layer with the given weights, beside another layer."""
    layer, other = solution.LowLevel(len(b)), solution.LowLevel(len(b))
    layer.build(x.shape)
    other.build(x.shape)
    layer.set_weights([w, b])
    other.set_weights([0 * w, 0 * b])
    return layer(tf.constant(x))


def keywords(solution, name):
    """What a layer made of the keyword arguments that are Keras's own."""
    layer = solution.LowLevel(2, name=name, trainable=False, activity_regularizer="l2")
    return {
        "name": layer.name,
        "trainable": layer.trainable,
        "regularised": layer.activity_regularizer is not None,
    }


def trained(solution, x, y, batch_size, epochs, validation_split):
    """The history, and what the model has become: its steps and its predictions."""
    model, history = solution.train(x, y, batch_size, epochs, validation_split)
    optimizer = getattr(model, "optimizer", None)
    return {
        "is model": isinstance(model, keras.Model),
        "history": history,
        "steps": None if optimizer is None else int(optimizer.iterations),
        "predictions": model(tf.constant(x)),
    }
