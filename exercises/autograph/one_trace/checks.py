"""Visible checks of `autograph/one_trace`."""

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(1)
def test_scores(student, reference, rng):
    """`score` returns each row's sum, times k."""
    for batch in (4, 1):
        x = rng.normal(size=(batch, 3)).astype("float32")
        expected = reference.scores(x, [1, 2, 7])
        assert_close(student.scores(x, [1, 2, 7]), expected, what="The list of scores")


@points(1.5)
@depends("test_scores")
def test_one_trace(student):
    """`score` is traced once, for every batch size and every k."""
    assert_that(
        student.is_function(), "What `make_scorer` returns is no `tf.function`."
    )
    traces = student.traces([1, 2, 5, 8, 3, 0], [1, 4, -2, 1000])
    assert_that(
        traces == 1,
        "`score` is not traced once.",
        expected="1 trace for six batch sizes and four values of k",
        received=f"{traces} traces",
    )


@points(0.5)
@depends("test_scores")
def test_call_many(student, reference, rng):
    """`call_many` returns a list of what `score` returned, pair by pair."""
    batches = [rng.normal(size=(n, 3)).astype("float32") for n in (2, 1, 4)]
    expected = reference.many(batches, [3, 1, 2])
    assert_close(student.many(batches, [3, 1, 2]), expected, what="The list")
