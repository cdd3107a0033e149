"""Hidden checks of `beyond/graph_as_data`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.75)
@depends("test_frozen")
def test_control_flow(student, rng):
    """A frozen loop and its branch are still operations of the graph."""
    found = set(student.operations("steps", np.eye(3, dtype="float32")))
    for kind in ("While", "If", "MatMul"):
        there = {kind, f"Stateless{kind}"} & found
        assert_that(bool(there), f"The graph and its library have no `{kind}`.")
    lowered = {"Switch", "Merge", "Enter", "Exit"} & found
    assert_that(not lowered, "The loop was lowered.", received=sorted(lowered))


@points(0.5)
@depends("test_frozen")
def test_other_functions(student, reference, rng):
    """Other functions are frozen whole: several results, variables, large constants."""
    small, large = rng.normal(size=(2, 3)).astype("float32"), rng.normal(size=400)
    for name, weight, *args in (
        ("two results", small, rng.normal(size=(4, 2))),
        ("table", large, rng.integers(0, 400, size=5)),
        ("model", small, rng.normal(size=(5, 3)).astype("float32")),
        ("sorted pair", np.float32(rng.normal()), np.float32(2), np.float32(1)),
        ("first", None, rng.normal(size=(2, 3)).astype("float32"), 7),
    ):
        got = student.without_code.session(student.frozen(name, weight), args)
        assert_close(got, reference.called(name, weight, *args), what=f"“{name}”")


@points(0.25)
@depends("test_frozen", "test_run_bytes")
def test_frozen_again(student, rng):
    """A function that is frozen again has its new values."""
    weights, x = rng.normal(size=(2, 3)).astype("float32")
    expected = [[weights[0] * x], [weights[1] * x + 1], [weights[2] * x + 1]]
    for graph, right in zip(student.frozen_again(weights), expected, strict=True):
        alone = student.without_code.session(graph, [x])
        assert_close(alone, right, what="The list of results")
        got = student.another_process.run(graph, x)
        assert_close(got, right, what="What `run_bytes` returns")


@points(0.5)
@depends("test_frozen", "test_run_bytes")
def test_run_again(student, reference, rng):
    """`run_bytes` runs your frozen graph, and several other graphs after it."""
    weight, x = rng.normal(size=(2, 3, 3)).astype("float32")
    graph, n = student.frozen("steps", weight), np.int32(5)
    got = student.another_process.run(graph, x, n)
    assert_close(got, reference.called("steps", weight, x, n), what="The frozen graph")
    for name, value in (
        ("nested", x),
        ("plain", rng.normal(size=4)),
        ("nested", x[:1]),
    ):
        got = student.another_process.run(student.given(name), value)
        assert_close(got, reference.called(name, None, value), what=f"“{name}”")
    x = rng.normal(size=4).astype("float32")
    got = student.another_process.run(student.halves(), x)
    assert_close(got, [x[2:], x[:2]], what="The list of halves")
    x = rng.uniform(1, 3, size=(2, 3)).astype("float32")
    got = student.another_process.run_reversed("falling", x, n)
    expected = reference.called("falling", None, x, n)
    assert_close(got, expected, what="What comes of inputs in another order")


@points(0.5)
@depends("test_census")
def test_other_graphs_counted(student, reference):
    """Graphs without a library, with functions called twice or never, without any node."""
    for names in (["plain"], ["nested"], ["plain", "nested"], []):
        got, expected = (one.census(*names) for one in (student, reference))
        assert_equal(got, expected, what="The census")
