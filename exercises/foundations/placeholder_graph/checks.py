"""Visible checks of `foundations/placeholder_graph`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


@points(0.5)
def test_placeholder(student, reference):
    """`names["x"]` is a placeholder, float32, shape (None, 3)."""
    expected = reference.entrance()
    assert_equal(student.entrance(), expected, what="What `x` is")


@points(0.5)
def test_run(student, reference, rng):
    """`run` returns relu(x @ w - 1) for a batch of four."""
    xs = rng.normal(size=(4, 3)).astype("float32") * 2
    [got], [expected] = student.ran(xs), reference.ran(xs)
    assert_close(got, expected, what="The result")


@points(0.5)
@depends("test_placeholder")
def test_graph_alone(student, reference, rng):
    """The graph gives the same in a session of the grader's own, without your code."""
    xs = rng.normal(size=(6, 3)).astype("float32") * 2
    [expected] = reference.ran(xs)
    got = student.without_code.in_a_session(student.exported(), xs)
    assert_close(got, expected, what="`y`")
