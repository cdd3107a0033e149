"""Hidden checks of `checkpoints/keep_the_last`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_only_the_last")
def test_numbering_continues(student, reference):
    """After a restore the numbering goes on, and the newest are kept."""
    for old, keep, before, after in (
        (2, 2, 3, 1),
        (1, 1, 2, 2),
        (4, 4, 1, 2),
        (4, 2, 4, 1),
    ):
        savers = (old, before), (keep, after)
        got, expected = student.continued(*savers), reference.continued(*savers)
        what = f"The list of checkpoints, keep={old}, then keep={keep},"
        assert_equal(got, expected, what=what)


@points(0.25)
@depends("test_restored")
def test_keras_objects(student, reference):
    """A Keras layer and its optimizer come back as they were."""
    expected = reference.difference(3)
    assert_equal(student.difference(3), expected, what="How far each variable is off")


@points(0.25)
@depends("test_restored")
def test_newest_of_several(student, reference, rng):
    """The newest of twelve checkpoints is restored, though its step is lower."""
    first, second = rng.normal(size=(2, 2)), rng.integers(0, 9, size=3)
    steps = [*range(2**31 - 11, 2**31), 2**31 - 12]
    args = (first, second, steps)
    got, expected = student.several(*args), reference.several(*args)
    assert_equal(got, expected, what="What was restored")


@points(0.5)
@depends("test_restored")
def test_mismatch(student):
    """A checkpoint that does not fit is refused, whichever side has more."""
    deep = ["net.a"], ["net.a", "net.b"]
    pairs = [(["a", "b"], ["a"]), (["a"], ["a", "b"]), (["a"], ["b"]), deep, deep[::-1]]
    raised = [student.mismatch(saved, wanted) for saved, wanted in pairs]
    for (saved, wanted), name in zip(pairs, raised, strict=True):
        assert_that(
            name == "AssertionError",
            f"Saved: {', '.join(saved)}. Wanted: {', '.join(wanted)}.",
            expected="AssertionError is raised",
            received=f"{name} is raised",
        )


@points(0.25)
@depends("test_restored")
def test_step_is_a_number(student):
    """The step comes back as an int, not as a variable or a tensor."""
    assert_that(student.is_number(5), "The restored step is no int.")


@points(0.25)
def test_path(student, rng):
    """`save` returns the path of a checkpoint that holds the values."""
    values = rng.normal(size=4).astype("float32")
    got = student.in_the_file(values)
    assert_equal(got["name"], "ckpt-1", what="The checkpoint's name")
    found = any(tensor.tolist() == values.tolist() for tensor in got["tensors"])
    assert_that(found, "The values are in no tensor of the checkpoint.")
