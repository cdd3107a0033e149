"""How a solution of `layers/three_ways` is observed."""

import keras
import tensorflow as tf
from keras.src.models.functional import Functional


def _model(solution, way, n_in, hidden, n_out):
    if way == "Linear()":
        return solution.Linear()
    if way == "MLP":
        return solution.MLP(hidden, n_out)
    return getattr(solution, way)(n_in, hidden, n_out)


def linear(solution, x, values):
    """The output of `Linear` for `x` with the given weights."""
    model = solution.Linear(values[0].shape[1])
    model(tf.zeros(x.shape))
    model.set_weights(values)
    return model(tf.constant(x))


def default_units(solution, x):
    """The shape of what `Linear` returns where nobody says how many units."""
    return solution.Linear()(tf.constant(x)).shape


def at_once(solution, way, n_in, hidden, n_out):
    """The shapes of the trainable weights of a model that was not called yet."""
    model = getattr(solution, way)(n_in, hidden, n_out)
    return [list(weight.shape) for weight in model.trainable_weights]


def growth(solution, name, shape):
    """How many weights a subclass has when it is made, and after each of two calls."""
    model = solution.Linear(3) if name == "Linear" else solution.MLP(4, 3)
    counts = [len(model.weights)]
    for _ in range(2):
        model(tf.ones(shape))
        counts.append(len(model.weights))
    return counts


def output(solution, way, x, values):
    """The output of a perceptron for `x` with the given weights."""
    model = _model(solution, way, *values[0].shape, values[2].shape[1])
    model(tf.zeros(x.shape))
    model.set_weights(values)
    return model(tf.constant(x))


def kind(solution, way):
    """Of which kind a perceptron is."""
    model = _model(solution, way, 4, 5, 2)
    if isinstance(model, keras.Sequential):
        return "Sequential"
    if isinstance(model, Functional):
        return "functional"
    return "a subclass" if isinstance(model, keras.Model) else "no Keras model"


def own_weights(solution, ways, shape):
    """The trainable weights of some models, each filled with its place among them."""
    models = [_model(solution, way, shape[-1], 3, 2) for way in ways]
    for place, model in enumerate(models):
        model(tf.ones(shape))
        values = [tf.fill(weight.shape, float(place)) for weight in model.weights]
        model.set_weights(values)
    return [model.trainable_weights for model in models]


def reached(solution, way, shape):
    """Whether a gradient reaches each trainable weight where all numbers are ones."""
    model = _model(solution, way, shape[-1], 3, 2)
    model(tf.ones(shape))
    model.set_weights([tf.ones(weight.shape) for weight in model.weights])
    with tf.GradientTape() as tape:
        y = model(tf.ones(shape))
    variables = [weight.value for weight in model.trainable_weights]
    return [gradient is not None for gradient in tape.gradient(y, variables)]
