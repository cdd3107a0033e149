"""Visible checks of `checkpoints/partial_restore`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import points


@points(1)
def test_existing(student, rng):
    """`restore_backbone` restores variables that exist."""
    x = rng.normal(size=(2, 3)).astype("float32")
    got = student.backbone("module", x, True)
    assert_equal(got["restored"], got["saved"], what="The restored backbone's output")


@points(1.5)
def test_later(student, rng):
    """It restores variables that are made only when the backbone is first called."""
    x = rng.normal(size=(2, 3)).astype("float32")
    got = student.backbone("module", x, False)
    assert_equal(got["restored"], got["saved"], what="The restored backbone's output")


@points(0.5)
def test_strict(student, reference):
    """`restore_strict` restores everything where both sides match."""
    for which in ("all", "tied"):
        got, expected = (one.strict(which, which) for one in (student, reference))
        assert_equal(got, expected, what=f"What is raised and restored ({which})")


@points(1)
def test_strict_left_out(student):
    """`restore_strict` refuses a checkpoint with an optimizer that nobody asked for."""
    raised = student.strict("all", "without opt")["raised"]
    assert_that(
        raised == "AssertionError",
        "The checkpoint has an optimizer, and the objects have none.",
        expected="AssertionError is raised",
        received=f"{raised} is raised",
    )
