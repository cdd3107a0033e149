"""Visible checks of `checkpoints/resume_exactly`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


@points(0.5)
def test_start(student, reference):
    """A run from `make_state` goes as the statement says, for each seed."""
    for seed, steps in ((3, 0), (3, 2), (4, 2)):
        got, expected = student.trained(seed, steps), reference.trained(seed, steps)
        assert_close(got, expected, what=f"The run with seed {seed}, {steps} steps on,")


@points(1)
def test_came_back(student):
    """Step and weights are those that were saved."""
    expected, got = student.trained(3, 5), student.resumed(3, 5, 0)
    for part in ("step", "w"):
        assert_equal(got[part], expected[part], what=f"`{part}` of the resumed state")


@points(1.5)
@depends("test_came_back")
def test_bit_identical(student):
    """A resumed run ends bit for bit like one that was never interrupted."""
    whole = student.trained(3, 12)
    went_on = student.saved_and_went_on(3, 5, 7)
    assert_equal(went_on, whole, what="The run that saved, after 12 steps,")
    assert_equal(student.resumed(3, 5, 7), whole, what="The resumed run after 12 steps")


@points(1)
@depends("test_came_back")
def test_another_process(student):
    """So does a run that is resumed in another process, from a copied directory."""
    whole = student.trained(9, 7)
    got = student.another_process.resumed_from(student.packed(9, 3), 4)
    assert_equal(got, whole, what="The run resumed elsewhere, after 7 steps,")
