"""Hidden checks of `training/first_fit`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.25)
@depends("test_train")
def test_batches(student):
    """In each epoch every sample is seen once, in batches of the size that was given."""
    batches = student.shown(23, 4, 5, 3)["batches"]
    sizes = [len(batch) for batch in batches]
    expected = [5, 5, 5, 5, 3] * 3
    assert_equal(sizes, expected, what="The list of the sizes of the batches")
    for start in (0, 5, 10):
        epoch = sorted(sum(batches[start : start + 5], []))
        once = epoch == list(range(23))
        assert_that(once, "An epoch is not made of each sample once.")


@points(0.25)
@depends("test_batches")
def test_shuffled(student):
    """The batches of an epoch are drawn from all samples, and are no stretches of them."""
    for batch in student.shown(100, 4, 20, 2)["batches"]:
        neighbours = max(batch) - min(batch) < 40
        assert_that(not neighbours, "A batch is a stretch of the samples.")


@points(0.25)
@depends("test_train")
def test_validation(student):
    """After each epoch the model is evaluated on the validation data, and on no other."""
    got = sorted(student.shown(27, 6, 8, 2)["validation"])
    expected = sorted([*range(27, 33)] * 2)
    assert_that(
        got == expected,
        "The model is evaluated on other samples than it should be.",
        expected="each of the 6 samples for validation, twice in two epochs",
        received=f"{len(got)} samples, {len(set(got) & set(expected))} of those 6",
    )


@points(0.25)
@depends("test_model")
def test_seed(student):
    """The same seed gives the same weights to start with, another one gives others."""
    one, zero, zero_again, again = student.starts([3, 0, 0, 3])
    got, expected = [again, zero_again], [one, zero]
    assert_equal(got, expected, what="What the same seed gives")
    differ = any((a != b).any() for a, b in zip(one, zero, strict=True))
    assert_that(differ, "Another seed gives the same weights.")
