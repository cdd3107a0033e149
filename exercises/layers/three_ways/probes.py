"""How a solution of `layers/three_ways` is observed."""

import keras
import tensorflow as tf
from keras.src.models.functional import Functional


def _perceptron(solution, way, n_in, hidden, n_out):
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
    model = _perceptron(solution, way, *values[0].shape, values[2].shape[1])
    model(tf.zeros(x.shape))
    model.set_weights(values)
    return model(tf.constant(x))


def kind(solution, way):
    """Of which kind a perceptron is."""
    model = _perceptron(solution, way, 4, 5, 2)
    if isinstance(model, keras.Sequential):
        return "Sequential"
    if isinstance(model, Functional):
        return "functional"
    return "a subclass" if isinstance(model, keras.Model) else "no Keras model"


def second_weights(solution, way, shape):
    """The trainable weights of a model after all of another one became zeros."""
    sizes = shape[-1], 3, 2
    if way == "Linear":
        models = [solution.Linear(2) for _ in range(2)]
    else:
        models = [_perceptron(solution, way, *sizes) for _ in range(2)]
    for model in models:
        model(tf.ones(shape))
        model.set_weights([tf.ones(weight.shape) for weight in model.weights])
    models[0].set_weights([tf.zeros(weight.shape) for weight in models[0].weights])
    return models[1].trainable_weights


def reached(solution, way, shape):
    """Whether a gradient reaches each trainable weight where all numbers are ones."""
    if way == "Linear":
        model = solution.Linear(2)
    else:
        model = _perceptron(solution, way, shape[-1], 3, 2)
    model(tf.ones(shape))
    model.set_weights([tf.ones(weight.shape) for weight in model.weights])
    with tf.GradientTape() as tape:
        y = model(tf.ones(shape))
    variables = [weight.value for weight in model.trainable_weights]
    return [gradient is not None for gradient in tape.gradient(y, variables)]
