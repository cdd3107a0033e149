"""Hidden checks of `autograph/one_trace`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points

CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


@points(0.25)
@depends("test_scores")
def test_scores_elsewhere(student, reference, rng):
    """`score` for an empty batch, for a large one, and for k zero or negative."""
    for batch in (0, 2, 300):
        x = rng.normal(size=(batch, 3)).astype("float32")
        expected = reference.scores(x, [0, -4, 21])
        assert_close(student.scores(x, [0, -4, 21]), expected, what="The scores")


@points(0.5)
@depends("test_one_trace")
def test_refuses(student):
    """`score` refuses an x of another width or another rank."""
    shapes = [[2, 4], [3, 1], [3, 2], [0, 6], [3], [2, 2, 3], []]
    for shape, raised in zip(shapes, student.refused(shapes), strict=True):
        assert_that(
            raised != "nothing",
            f"An `x` of shape {tuple(shape)} is not refused.",
            expected="an exception is raised",
            received="nothing is raised",
        )


@points(0.25)
@depends("test_one_trace")
def test_no_callback(student):
    """The graph of `score` does not call back into Python."""
    found = CALLBACKS & set(student.operations())
    assert_that(not found, "The graph calls back into Python.", received=sorted(found))


@points(0.5)
@depends("test_call_many")
def test_given_score(student, reference, rng):
    """`call_many` calls the score that it is given, once for each pair, from Python."""
    batches = [rng.normal(size=(n, 3)).astype("float32") for n in (3, 1, 0, 5)]
    got = student.given(batches, [2, 2, 0, -7])
    expected = reference.given(batches, [2, 2, 0, -7])
    assert_close(got["results"], expected["results"], what="The list")
    assert_that(got["tensors"], "The list does not hold the tensors of `score`.")
    calls = f"{len(got['eager'])} calls, {sum(got['eager'])} of them from plain Python"
    plainly = got["eager"] == [True] * 6
    assert_that(plainly, "Not called once a pair.", expected="6 calls", received=calls)
    assert_equal(student.given([], [])["results"], [], what="The list for no pairs")


@points(0.5)
@depends("test_given_score")
def test_traces_without_signature(student, rng):
    """A score without a signature is not traced anew for each k, which is a tensor."""
    batches = [rng.normal(size=(2, 3)).astype("float32") for _ in range(5)]
    numbers = student.given(batches, [1, 2, 3, -5, 8])["numbers"]
    assert_equal(numbers, ["int32 tensor"] * 7, what="What is handed over for `k`")
    traces = student.traces_without_signature(batches, [1, 2, 3, -5, 8])
    assert_that(
        traces == 1,
        "`call_many` makes `score` be traced again for other values of k.",
        expected="1 trace for five batches of one size",
        received=f"{traces} traces",
    )
