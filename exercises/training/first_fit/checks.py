"""Visible checks of `training/first_fit`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


def _data(rng, samples):
    """Three columns, and a sum of them to be learned."""
    x = rng.normal(size=(samples, 3)).astype("float32")
    return x, np.float32(x @ [[1], [2], [-1]] + 3)


def _weights(rng, n_features):
    """Some for each of the model's four arrays of weights."""
    shapes = [(n_features, 16), (16,), (16, 1), (1,)]
    return [rng.normal(size=shape).astype("float32") for shape in shapes]


@points(0.5)
def test_model(student, reference, rng):
    """The model is a hidden layer of 16 with relu, and an output of 1 without."""
    expected = reference.shapes(3)
    assert_equal(student.shapes(3), expected, what="The list of the weights' shapes")
    weights, x = _weights(rng, 5), rng.normal(size=(4, 5)).astype("float32")
    # Whatever the sign of an output, that of the other one is the opposite.
    for last in (weights[2:], [-one for one in weights[2:]]):
        args = [*weights[:2], *last], x
        got, expected = student.outputs(*args), reference.outputs(*args)
        assert_close(got, expected, what="The output")


@points(0.25)
@depends("test_model")
def test_optimizer(student, reference):
    """The model is compiled with Adam, and its rate is 0.01."""
    got = student.optimizer()
    assert_that(got is not None, "The model is not compiled: it has no optimizer.")
    assert_close(got, reference.optimizer(), what="The optimizer")


@points(0.75)
@depends("test_optimizer")
def test_train(student, rng):
    """`train` lowers the loss, and returns the numbers of each epoch."""
    (x, y), (x_val, y_val) = _data(rng, 40), _data(rng, 10)
    got = student.trained(x, y, x_val, y_val, 8, 5)
    assert_that(isinstance(got, dict), "`train` does not return a dict.")
    lengths = {key: len(values) for key, values in got.items()}
    expected = dict.fromkeys(("loss", "mae", "val_loss", "val_mae"), 5)
    assert_equal(lengths, expected, what="How many numbers there are by key")
    falls = got["loss"][-1] < got["loss"][0]
    assert_that(falls, "The loss does not fall.", received=got["loss"])


@points(0.5)
@depends("test_optimizer")
def test_report(student, reference, rng):
    """`report` returns the loss, the metric and the predictions."""
    weights, (x, y) = _weights(rng, 3), _data(rng, 150)
    got, expected = (one.reported(weights, x, y) for one in (student, reference))
    assert_close(got, expected, tol=1e-5, what="The report")
