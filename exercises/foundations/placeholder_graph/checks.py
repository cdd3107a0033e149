"""Visible checks of `foundations/placeholder_graph`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


def _batch(rng, pairs):
    """Rows and their opposites: of each two, `x @ w` is negative for one."""
    rows = rng.normal(size=(pairs, 3)).astype("float32") * 2
    return np.concatenate([rows, -rows])


@points(0.5)
def test_placeholder(student, reference):
    """`names["x"]` is a placeholder, float32, shape (None, 3)."""
    expected = reference.entrance()
    assert_equal(student.entrance(), expected, what="What `x` is")


@points(0.5)
def test_run(student, reference, rng):
    """`run` returns relu(x @ w - 1) for a batch of four."""
    xs = _batch(rng, 2)
    [got], [expected] = student.ran(xs), reference.ran(xs)
    assert_close(got, expected, what="The result")


@points(0.5)
@depends("test_placeholder")
def test_graph_alone(student, reference, rng):
    """The graph gives the same in a session of the grader's own, without your code."""
    xs = _batch(rng, 3)
    [expected] = reference.ran(xs)
    got = student.without_code.in_a_session(student.exported(), xs)
    assert_close(got, expected, what="`y`")
