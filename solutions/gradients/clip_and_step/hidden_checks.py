"""Hidden checks of `gradients/clip_and_step`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_joint_norm", "test_scaled_together", "test_step")
def test_none(student, reference, rng):
    """`None` stays `None`, and its variable as it is."""
    some = [None, rng.normal(size=3).astype("float32"), None]
    got, expected = (one.clipped(some, 0.1) for one in (student, reference))
    assert_close(got, expected, what="What came of clipping")
    got, expected = (one.clipped([None, None], 1.0) for one in (student, reference))
    assert_close(got, expected, dtype=False, what="With nothing but None, the result")
    starts = list(rng.normal(size=(3, 3)).astype("float32"))
    got, expected = (one.stepped(starts, some, [0.5]) for one in (student, reference))
    assert_close(got, expected, what="The list of variables")


def _slices(rng, ids):
    values = rng.normal(size=(4, 3)).astype("float32")
    return [values, np.array([2, 0, 2, 2], ids), np.array([5, 3], "int32")]


@points(0.25)
@depends("test_joint_norm", "test_scaled_together", "test_below_the_limit")
def test_repeated_rows(student, reference, rng):
    """In an IndexedSlices, the entries of a repeated row are added up first."""
    gradients = [_slices(rng, "int32"), _slices(rng, "int64")]
    for limit in (0.5, 50.0):
        got, expected = (one.clipped(gradients, limit) for one in (student, reference))
        assert_close(got["norm"], expected["norm"], what="The joint norm")
        assert_close(got["clipped"], expected["clipped"], what="The list of gradients")


@points(0.25)
@depends("test_step")
def test_step_with_repeated_rows(student, reference, rng):
    """A step subtracts every entry of a row that an IndexedSlices repeats."""
    starts = list(rng.normal(size=(2, 5, 3)).astype("float32"))
    args = (starts, [_slices(rng, "int32"), _slices(rng, "int64")], [0.3, 0.3])
    got, expected = student.stepped(*args), reference.stepped(*args)
    assert_close(got, expected, what="The list of variables")


@points(0.25)
@depends(
    "test_traced", "test_none", "test_repeated_rows", "test_step_with_repeated_rows"
)
def test_all_kinds_traced(student, reference, rng):
    """Gradients of every kind are clipped and subtracted inside a `tf.function`."""
    starts = [rng.normal(size=shape).astype("float32") for shape in ((5, 3), (2,), ())]
    args = (starts, [_slices(rng, "int64"), None, np.float32(1.5)], 6.0, 0.1)
    got, expected = student.traced(*args), reference.traced(*args)
    assert_close(got, expected, what="What came of two traced steps")


@points(0.25)
@depends("test_joint_norm", "test_scaled_together", "test_below_the_limit", "test_step")
def test_elsewhere(student, reference, rng):
    """Other shapes, scalars, empty tensors and float64, above and below the limit."""
    shapes = ((2, 1, 3), (), (0, 2), (4,))
    gradients = [np.array(rng.normal(size=shape)) for shape in shapes]
    for limit in (0.25, 100.0):
        got, expected = (one.clipped(gradients, limit) for one in (student, reference))
        assert_close(got, expected, what="What came of clipping")
    args = ([2 * one for one in gradients], gradients, [0.25, 0.25])
    assert_close(student.stepped(*args), reference.stepped(*args), what="The list")


@points(0.25)
@depends("test_joint_norm", "test_below_the_limit")
def test_zeros(student, reference):
    """Gradients that are all zero stay zero."""
    zeros = [np.zeros(3, "float32"), np.zeros((2, 2), "float32")]
    got, expected = (one.clipped(zeros, 1.0) for one in (student, reference))
    assert_close(got, expected, what="What came of clipping")


@points(0.25)
@depends("test_scaled_together", "test_none", "test_repeated_rows")
def test_argument(student, rng):
    """The list that `clip_global` is given is not changed."""
    gradients = [_slices(rng, "int32"), None, rng.normal(size=2).astype("float32")]
    length, same = student.argument(gradients, 0.1)
    assert_that(
        length == 3 and all(same),
        "Afterwards the list `grads` does not hold what it held before.",
        expected="3 items, each the same object as before",
        received=f"{length} items; the same object: {same}",
    )
