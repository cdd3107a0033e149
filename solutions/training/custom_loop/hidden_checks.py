"""Hidden checks of `training/custom_loop`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(1)
@depends("test_loss", "test_metric")
def test_traced(student, rng):
    """Python runs the step while it is traced, and not for every batch."""
    x, y = rng.normal(size=(12, 2)), rng.normal(size=(12, 1))
    got = student.traces(x.astype("float32"), y.astype("float32"), 4, 5)
    assert_equal(got["steps"], 15, what="The number of steps")
    assert_that(
        got["traces"] <= 2,
        "Python runs the step again and again: it is no graph, or many.",
        expected="once or twice in 15 steps",
        received=f"{got['traces']} times",
    )


@points(1)
@depends("test_weights", "test_metric")
def test_other_model(student, reference, rng):
    """Classes, dropout, a frozen layer, and a last batch that is smaller."""
    x, y = rng.normal(size=(11, 3)).astype("float32"), rng.integers(0, 3, size=11)
    got, expected = (x_.trained("classes", x, y, 4, 2) for x_ in (student, reference))
    assert_close(got, expected, tol=1e-4, what="The result")


@points(0.5)
def test_loop(student, reference, rng):
    """`run_epochs` takes every batch in its order, with any step and metric."""
    values = rng.normal(size=7).astype("float32")
    for size, epochs, before in ((3, 3, 5.0), (7, 1, -1.0)):
        got = student.looped(values, size, epochs, before)
        expected = reference.looped(values, size, epochs, before)
        assert_that(got["tensors"] == 0, "A number of the list is a tensor, no float.")
        assert_close(got, expected, tol=1e-4, what="The loop")


@points(0.5)
@depends("test_weights")
def test_side_by_side(student, reference, rng):
    """Two steps, made for two models, are used side by side; then comes another."""
    x, y = rng.normal(size=(6, 2)), rng.normal(size=(6, 1))
    data = x.astype("float32"), y.astype("float32"), 2
    got, expected = (one.side_by_side(*data) for one in (student, reference))
    assert_close(got, expected, tol=1e-4, what="The list of weights")
