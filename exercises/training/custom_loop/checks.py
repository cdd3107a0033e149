"""Visible checks of `training/custom_loop`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


@points(1.5)
def test_weights(student, reference, rng):
    """After 4 steps, all weights are those that `fit` would reach."""
    x, y = rng.normal(size=(16, 3)), rng.normal(size=(16, 1)) + 2
    data = x.astype("float32"), y.astype("float32"), 8, 2
    got, expected = (one.stepped("regression", *data) for one in (student, reference))
    assert_close(
        got["weights"], expected["weights"], tol=1e-4, what="The list of weights"
    )


@points(0.5)
def test_loss(student, reference, rng):
    """`step` returns the loss, with regularisation."""
    x, y = rng.normal(size=(8, 2)), rng.normal(size=(8, 1))
    data = x.astype("float32"), y.astype("float32"), 4, 1
    got, expected = (one.stepped("line", *data) for one in (student, reference))
    assert_close(got["losses"], expected["losses"], tol=1e-4, what="The list of losses")


@points(1)
@depends("test_weights")
def test_metric(student, reference, rng):
    """The metric of each of 3 epochs is that of `fit`."""
    x, y = rng.normal(size=(10, 3)), rng.normal(size=(10, 1)) + 2
    data = x.astype("float32"), y.astype("float32"), 5, 3
    got, expected = (one.trained("regression", *data) for one in (student, reference))
    assert_close(
        got["metric"], expected["metric"], tol=1e-4, what="The list of results"
    )
