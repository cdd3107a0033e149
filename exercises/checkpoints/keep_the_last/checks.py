"""Visible checks of `checkpoints/keep_the_last`."""

from grader.judge.asserts import assert_equal
from grader.judge.marks import points


@points(1)
def test_restored(student, reference, rng):
    """A fresh saver restores the values and the step."""
    values = rng.normal(size=3).astype("float32")
    expected = reference.restored(values, 17)
    assert_equal(student.restored(values, 17), expected, what="What was restored")


@points(0.5)
def test_start(student, reference, rng):
    """In an empty directory the step is 0, and nothing is changed or written."""
    values = rng.normal(size=2).astype("float32")
    expected = reference.started(values)
    assert_equal(student.started(values), expected, what="The start")


@points(0.5)
def test_only_the_last(student, reference):
    """Of three checkpoints, the two newest are kept."""
    expected = reference.left(2, 3)
    assert_equal(student.left(2, 3), expected, what="The list of checkpoints on disk")
