"""Visible checks of `autograph/stateful_function`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.5)
def test_start(student):
    """Before the first call there is no total, and both counters are 0."""
    got = student.start()
    assert_that(got["total"] is None, "`total` is not None before the first call.")
    for name in ("calls", "traces"):
        assert_close(got[name], 0, what=f"`{name}` before the first call")


@points(1.5)
def test_totals(student, reference, rng):
    """Five calls return the total so far."""
    xs = rng.normal(size=5).astype("float32")
    expected = reference.totals(xs)
    assert_close(student.totals(xs), expected, what="The list of totals")


@points(1)
@depends("test_totals")
def test_calls(student, rng):
    """`calls` is 5 after five calls, and an integer variable that is wide enough."""
    got = student.calls(rng.normal(size=5).astype("float32"))
    assert_close(got["value"], 5, dtype=False, what="`calls` after five calls")
    assert_equal(got["kind"], "integer variable", what="The kind of `calls`")
    assert_that(
        got["largest"] >= 1_000_000,
        "`calls` is too narrow for a million calls.",
        expected="a dtype that holds 1000000",
        received=f"one that holds {got['largest']} at most",
    )


@points(1)
@depends("test_totals")
def test_traces(student, rng):
    """`traces` is how often the call was traced: once or twice for five calls."""
    got = student.traces(rng.normal(size=5).astype("float32"))
    traced, count = got["count"] is not None, got["count"]
    assert_that(traced, "`__call__` is not a `tf.function`.", received=got["traces"])
    assert_that(
        count <= 2,
        "`__call__` is traced too often.",
        expected="at most 2 traces",
        received=count,
    )
    assert_equal(got["traces"], count, what="`traces` after five calls")
    alone = student.traced_alone()
    if alone is not None:
        assert_equal(alone["traces"], alone["count"], what="`traces` without a call")
