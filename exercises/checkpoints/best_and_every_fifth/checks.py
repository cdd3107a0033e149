"""Visible checks of `checkpoints/best_and_every_fifth`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points

LOSSES = [9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
"""Of twelve epochs; the seventh is the best."""


@points(0.5)
def test_files(student, reference):
    """`fit` over five epochs leaves best.weights.h5 and e005.weights.h5 alone."""
    got, expected = student.files_of_fit(2, 5), reference.files_of_fit(2, 5)
    assert_equal(got, expected, what="The list of files")


@points(0.75)
def test_every_fifth(student, reference):
    """After twelve epochs the weights of epochs 5 and 10 are in files of their own."""
    got, expected = student.kept(2, LOSSES), reference.kept(2, LOSSES)
    assert_equal(sorted(got), sorted(expected), what="The list of files")
    for name in ("e005.weights.h5", "e010.weights.h5"):
        assert_close(got[name], expected[name], what=f"The weight in {name}")


@points(1)
def test_best(student, reference):
    """best.weights.h5 is of the epoch with the lowest validation loss."""
    got, expected = (one.kept(2, LOSSES) for one in (student, reference))
    found, wanted = (kept.get("best.weights.h5") for kept in (got, expected))
    assert_close(found, wanted, what="The weight in best.weights.h5")


@points(0.25)
def test_newest(student):
    """`newest` is the file of the highest epoch."""
    names = ["e005.weights.h5", "e015.weights.h5", "e010.weights.h5"]
    found = student.newest([*names, "best.weights.h5"])
    assert_equal(found, "e015.weights.h5", what="The newest periodic file")


@points(0.25)
@depends("test_newest")
def test_nothing_periodic(student):
    """`newest` is None where there is no periodic file."""
    assert_equal(student.newest([]), None, what="The newest in an empty folder")
    only_best = student.newest(["best.weights.h5"])
    assert_equal(only_best, None, what="The newest where only the best was saved")
