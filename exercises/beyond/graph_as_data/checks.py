"""Visible checks of `beyond/graph_as_data`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.5)
def test_names(student, reference, rng):
    """`freeze` returns bytes, and a tensor's name for each argument and result."""
    weight = rng.normal(size=(3, 3)).astype("float32")
    got, expected = (one.names("steps", weight) for one in (student, reference))
    assert_equal(got["type"], expected["type"], what="The type of the graph")
    assert_equal(got["inputs"], expected["inputs"], what="The list of named inputs")
    found = [kind for kind in got["outputs"] if "which is no" not in kind]
    why = "`outputs` should be one name, that of a tensor in the graph."
    assert_that(len(found) == 1, why, received=got["outputs"])


@points(1)
@depends("test_names")
def test_frozen(student, reference, rng):
    """The frozen graph returns what the function does, where your code is not there."""
    weight, x = rng.normal(size=(2, 3, 3)).astype("float32")
    graph = student.frozen("steps", weight)
    for n in (3, 0):
        got = student.without_code.session(graph, [x[: n or 1], n])
        expected = reference.called("steps", weight, x[: n or 1], n)
        assert_close(got, expected, what="The list of results")


@points(1)
def test_run_bytes(student, reference, rng):
    """`run_bytes` runs a graph from its bytes, in a process that never traced it."""
    x, n = rng.uniform(1, 3, size=(2, 3)).astype("float32"), np.int32(3)
    got = student.another_process.run(student.given("falling"), x, n)
    expected = reference.called("falling", None, x, n)
    assert_close(got, expected, what="The list of results")


@points(1)
def test_census(student, reference):
    """`op_census` counts the operations of a graph and of its library."""
    got, expected = (one.census("falling") for one in (student, reference))
    assert_equal(got, expected, what="The census")
