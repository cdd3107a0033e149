"""How a solution of `layers/masked_mean` is observed."""

import random

import keras
import numpy as np
import tensorflow as tf


def mean(solution, x, mask):
    """What the layer returns for `x` with a mask or none, without training."""
    layer = solution.MaskedMean()
    if mask is None:
        return layer(tf.constant(x))
    return layer(tf.constant(x), mask=tf.constant(mask))


def in_turn(solution, x, masks):
    """What one layer returns for `x` with one mask, or none, after the other."""
    layer, x = solution.MaskedMean(), tf.constant(x)
    return [
        layer(x, mask=None if mask is None else tf.constant(mask)) for mask in masks
    ]


def _embedding(table):
    embedding = keras.layers.Embedding(*table.shape, mask_zero=True)
    embedding.build()
    embedding.set_weights([table])
    return embedding


def embedded(solution, table, ids):
    """What the layer returns for the rows of an embedding that masks 0."""
    return solution.MaskedMean()(_embedding(table)(tf.constant(ids)))


def _values(ratio):
    """Which values there are, as far as that says something, and how many are zero."""
    values = np.unique(np.round(ratio, 3)).tolist()[:5]
    return {"values": values, "zeros": round(float((ratio == 0).mean()), 1)}


def dropped(solution, rate, x, mask):
    """By what each number of the mean is multiplied in training."""
    layer, plain = solution.MaskedMean(rate), solution.MaskedMean()
    x, mask = tf.constant(x), tf.constant(mask)
    trained = layer(x, mask=mask, training=True)
    return _values(trained.numpy() / plain(x, mask=mask).numpy())


def shares(solution, rates, options):
    """What becomes of ones in training: which values, and how many of them are zero."""
    found = {}
    for rate in rates:
        layer = solution.MaskedMean(rate, **options)
        numbers = layer(tf.ones([4, 1, 10_000]), training=True).numpy()
        zeros = 0.05 * round(20 * float((numbers == 0).mean()))
        values = np.unique(np.round(numbers, 3)).tolist()[:5]
        found[str(rate)] = {"values": values, "zeros": round(zeros, 2)}
    return found


def undropped(solution, rate, x):
    """What layers that should drop nothing return: twice untrained, once trained."""
    layer, x = solution.MaskedMean(rate), tf.constant(x)
    untrained = [layer(x), layer(x, training=False)]
    return [*untrained, solution.MaskedMean()(x, training=True)]


def draws(solution, rate, batch, features):
    """Which of the draws in training are alike that should not be."""
    layer = solution.MaskedMean(rate)
    x = tf.ones([batch, 2, features])
    traced = tf.function(lambda x: layer(x, training=True))
    eager = [layer(x, training=True).numpy() == 0 for _ in range(9)]
    graph = [traced(x).numpy() == 0 for _ in range(3)]
    rows, columns = (np.unique(eager[0], axis=axis) for axis in (0, 1))
    return {
        "two calls": len(np.unique(eager, axis=0)) < len(eager),
        "two calls of a tf.function": len(np.unique(graph, axis=0)) < len(graph),
        "two rows": len(rows) < batch,
        "two columns": columns.shape[1] < features,
        "number, in nine calls": len({int(zeros.sum()) for zeros in eager}) == 1,
    }


def next_draws(solution, rate, x, calls):
    """Which random numbers come after some calls without training, and all state."""
    keras.utils.set_random_seed(1)
    layer, x = solution.MaskedMean(rate), tf.constant(x)
    layer(x, training=False)
    keras.utils.set_random_seed(2)
    for _ in range(calls):
        layer(x, training=False)
    drawn = [tf.random.uniform([]), float(np.random.random()), random.random()]
    return [*drawn, *layer.variables]


def in_a_model(solution, rate, table, batches):
    """What a traced model returns for batches of several lengths, and in training."""
    ids = keras.Input((None,), dtype="int32")
    embedding = _embedding(table)
    model = keras.Model(ids, solution.MaskedMean(rate)(embedding(ids)))
    unmasked = solution.MaskedMean()
    spec = tf.TensorSpec([None, None], tf.int32)

    @tf.function(input_signature=[spec], autograph=False)
    def traced(ids):
        plain, trained = model(ids, training=False), model(ids, training=True)
        return plain, unmasked(tf.gather(table, ids)), trained / plain

    answers = [traced(tf.constant(batch)) for batch in batches]
    return {
        "means": [answer[0] for answer in answers],
        "means without a mask": [answer[1] for answer in answers],
        "in training": _values(answers[0][2].numpy()),
    }


class _Next(keras.layers.Layer):
    """Keeps the mask that arrives with its input."""

    def call(self, x, mask=None):
        self.arrived = mask
        return x


def mask_after(solution, table, ids):
    """Whether a mask comes out, by `compute_mask` and to the next layer."""
    layer, following = solution.MaskedMean(), _Next()
    rows = _embedding(table)(tf.constant(ids))
    computed = layer.compute_mask(rows, tf.constant(ids != 0))
    following(layer(rows))
    return {
        "compute_mask": computed is not None,
        "the next layer": following.arrived is not None,
    }


def keywords(solution, name):
    """What a layer made of arguments that are Keras's own."""
    layer = solution.MaskedMean(0.1, name=name, trainable=False)
    return {"name": layer.name, "trainable": layer.trainable}
