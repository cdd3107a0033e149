"""Visible checks of `training/low_to_high`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.75)
def test_weights(student, reference):
    """The layer has two trainable weights, (features, units) and (units,)."""
    for units, shape in ((3, [5, 4]), (None, [2, 6])):
        expected = reference.weights(units, shape)
        got = student.weights(units, shape)
        assert_equal(got, expected, what="The description of the weights")


@points(0.5)
@depends("test_weights")
def test_output(student, reference, rng):
    """The output of the layer is x @ w + b."""
    x, w, b = (rng.normal(size=s).astype("float32") for s in ((6, 4), (4, 3), 3))
    assert_close(student.output(x, w, b), reference.output(x, w, b), what="The output")


@points(1)
@depends("test_output")
def test_train(student, rng):
    """`train` fits a model, lowers its loss and returns the history."""
    x = rng.normal(size=(40, 3)).astype("float32")
    y = np.float32(x @ rng.uniform(1, 2, size=(3, 1)) + 3)
    got = student.trained(x, y, 8, 10, 0.25)
    why = "`train` should return a pair, and its first part is no `keras.Model`."
    assert_that(got["is model"], why)
    lengths = {key: len(values) for key, values in got["history"].items()}
    expected = dict.fromkeys(("loss", "mae", "val_loss", "val_mae"), 10)
    assert_equal(lengths, expected, what="How many values the history has by key")
    losses = got["history"]["loss"]
    assert_that(
        losses[-1] < losses[0] / 2,
        "The loss hardly falls.",
        expected="the last is less than half of the first",
        received=losses,
    )
