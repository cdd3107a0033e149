"""Hidden checks of `checkpoints/resume_exactly`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.75)
@depends("test_bit_identical")
def test_other_runs(student):
    """Other runs resume bit for bit: past the first epoch, or not begun yet."""
    for seed, before, after in ((11, 7, 4), (5, 0, 3)):
        whole = student.trained(seed, before + after)
        got = student.resumed(seed, before, after)
        what = f"A run resumed after {before} steps, {after} steps later,"
        assert_equal(got, whole, what=what)


@points(0.75)
@depends("test_bit_identical")
def test_saved_again(student):
    """A run that is resumed, saved at once and resumed again goes on bit for bit."""
    whole, got = student.trained(4, 6), student.resumed_twice(4, 3, 3)
    assert_equal(got, whole, what="The twice resumed run after 6 steps")


@points(0.5)
@depends("test_came_back")
def test_last_saved(student):
    """Of several saves in one directory the last one is resumed."""
    same_run = student.resumed_after_two_saves(6, 2, 2), student.trained(6, 4)
    other_run = student.resumed_after_another((6, 3), (7, 1)), student.trained(7, 1)
    for got, expected in (same_run, other_run):
        for part in ("step", "w"):
            assert_equal(got[part], expected[part], what=f"`{part}` of the last save")


@points(0.5)
@depends("test_bit_identical")
def test_changed_by_hand(student, rng):
    """What was changed by hand before the save comes back too."""
    w = rng.normal(size=4).astype("float32")
    for step in (40, 2**53 + 1):  # An answer that steps there would take for ever.
        ends = student.changed_by_hand(8, 2, 2, w, step, 0.03)
        what = "The resumed run, 2 steps on,"
        assert_equal(ends["resumed"], ends["went on"], what=what)


@points(0.5)
@depends("test_came_back")
def test_nothing_saved(student):
    """Where nothing was saved, `resume` raises, and does not start anew in silence."""
    raised = student.raises_where_nothing_was_saved()
    assert_that(
        raised,
        "`resume` returned a state where nothing was saved.",
        expected="an exception",
        received="no exception",
    )
