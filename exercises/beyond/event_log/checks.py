"""Visible checks of `beyond/event_log`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


@points(0.75)
def test_logged(student, reference, rng):
    """`log_run` writes every loss at its step, with the tag `loss`."""
    values = rng.uniform(0, 3, size=4).tolist()
    got, expected = (one.logged(values, None) for one in (student, reference))
    assert_close(got, expected, tol=1e-6, dtype=False, what="The event file")


@points(0.5)
def test_every(student, reference, rng):
    """With `every=3` it writes each third loss, at the step that it belongs to."""
    values = rng.uniform(0, 3, size=8).tolist()
    got, expected = (one.logged(values, 3) for one in (student, reference))
    assert_close(got, expected, tol=1e-6, dtype=False, what="The event file")


@points(0.5)
def test_read(student, reference, rng):
    """`read_run` returns the steps and values that an event file holds."""
    values = rng.uniform(0, 3, size=3).tolist()
    files = [[["loss", 10 * i, value] for i, value in enumerate(values)]]
    got, expected = (one.read(files) for one in (student, reference))
    assert_close(got, expected, tol=1e-6, dtype=False, what="The list of pairs")


@points(0.25)
@depends("test_read")
def test_kinds(student):
    """A step is an `int`, and a value a `float`, as Python has them."""
    got = student.kinds([[["loss", 3, 0.5]]])
    assert_equal(got, [["int", "float"]], what="The list of types")
