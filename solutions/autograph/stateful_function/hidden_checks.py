"""Hidden checks of `autograph/stateful_function`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points

CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


@points(0.75)
@depends("test_totals")
def test_one_variable(student, reference, rng):
    """`total` is one and the same variable after each call, and holds the sum."""
    xs = rng.normal(size=(4, 2)).astype("float32")
    got, expected = student.variable(xs), reference.variable(xs)
    for call, (one, other) in enumerate(zip(got, expected, strict=True), start=1):
        assert_that(one["variable"], f"`total` is no variable after call {call}.")
        assert_that(one["same"], f"`total` is another variable after call {call}.")
        assert_equal(one["shape"], other["shape"], what="The shape of the variable")
        assert_close(one["value"], other["value"], what=f"`total` after call {call}")


@points(0.25)
@depends("test_totals")
def test_log(student, rng):
    """There is one line in the log for each call, after what was there before."""
    for calls in (1, 6):
        got = student.log(rng.normal(size=calls).astype("float32"))
        assert_that(got["earlier"], "What was in the log before is gone.")
        lines = got["lines"]
        assert_that(
            lines == calls,
            "The log has not one line for each call.",
            expected=f"{calls} lines for {calls} calls",
            received=f"{lines} lines",
        )


@points(0.25)
@depends("test_totals", "test_calls", "test_traces")
def test_two_modules(student, reference, rng):
    """Modules that are made and called in turns do not know of each other."""
    xs, ys = rng.normal(size=(2, 3)).astype("float32")
    got, expected = student.two(xs, ys), reference.two(xs, ys)
    assert_close(got["results"], expected["results"], what="The list of totals")
    assert_equal(got["calls"], expected["calls"], what="`calls` of the modules")
    assert_equal(got["traces"], got["counts"], what="`traces` of the modules")


@points(0.25)
@depends("test_two_modules")
def test_other_shapes(student, reference, rng):
    """Vectors, matrices and empty tensors are added up too."""
    for shape in ((4,), (2, 3), (1, 1, 2), (0, 3)):
        xs = rng.normal(size=(3, *shape)).astype("float32")
        got, expected = student.totals(xs), reference.totals(xs)
        assert_close(got, expected, what=f"The list of totals for shape {shape}")


@points(0.25)
@depends("test_log", "test_other_shapes")
def test_one_line(student, rng):
    """A call with a matrix, an empty one, or more axes makes one line in the log, too."""
    for shape in ((4, 2), (2, 2, 3), (2, 1, 2, 2), (0, 2)):
        lines = student.log(rng.normal(size=(3, *shape)).astype("float32"))["lines"]
        why = f"The log has not one line for each call with a shape of {shape}."
        assert_that(lines == 3, why, expected="3 lines", received=f"{lines} lines")


@points(0.25)
@depends("test_traces")
def test_no_callback(student):
    """The graph of a call does not call back into Python."""
    found = CALLBACKS & set(student.operations())
    assert_that(not found, "The graph calls back into Python.", received=sorted(found))
