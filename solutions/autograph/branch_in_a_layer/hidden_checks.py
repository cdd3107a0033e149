"""Hidden checks of `autograph/branch_in_a_layer`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points

LOOPS = {"While", "StatelessWhile"}
BRANCHES = {"If", "StatelessIf", "Case", "StatelessCase"}
CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


def _tables(rng, limit):
    """Two tables well within a limit and beyond it, of a negative and a positive mean."""
    x = limit * rng.uniform(0.2, 0.9, size=(6, 3)) * [-1, 0.5, -1]
    return [x.astype("float32"), (-21 * x).astype("float32")]


@points(0.5)
@depends("test_eager")
def test_values_elsewhere(student, reference, rng):
    """Other limits and ranks, the limit itself, zeros, many halvings, several layers."""
    for limit in (0.25, 1.0, 6.0):
        x = limit * rng.uniform(0.1, 0.8, size=(2, 3, 1, 2)).astype("float32")
        exact = np.float32([limit, -limit / 4])
        for inputs in (
            [x, -x, 1e6 * x, np.float32(1e34) * x],
            [exact, 2 * exact, -exact],
            [0 * exact, 8 * x, np.float32([-limit, limit])],
            [np.nextafter(4 * exact, 9 * exact)],
        ):
            expected = reference.eager(limit, inputs)
            got = student.eager(limit, inputs)
            assert_close(got, expected, what=f"The outputs for limit {limit}")
    args = [2.0, 0.5], [x, -x], {}
    got, expected = (one.in_turns(*args) for one in (student, reference))
    assert_close(got, expected, what="The outputs of two layers")


@points(0.5)
@depends("test_values_elsewhere")
def test_gradient(student, reference, rng):
    """The gradient is scaled and turned as the values are."""
    xs, weights = _tables(rng, 2.0), rng.normal(size=(6, 3)).astype("float32")
    tiny = np.float32(-1e-9) * abs(xs[0])
    xs += [tiny, *(x * np.float32([[1], [0]] * 3) for x in xs)]
    expected = reference.gradients(2.0, xs, weights)
    got = student.gradients(2.0, xs, weights)
    assert_close(got, expected, what="The list of gradients")


@points(0.75)
@depends("test_functional", "test_values_elsewhere")
def test_fit(student, reference, rng):
    """`fit` trains a layer that stands before this one."""
    x, y = np.float32(rng.normal(size=(8, 4))), np.float32(rng.normal(size=(8, 2)))
    kernel = rng.uniform(1, 3, size=(4, 2)).astype("float32")
    got = student.fitted(0.75, x, y, kernel)
    expected = reference.fitted(0.75, x, y, kernel)
    assert_close(got, expected, what="The kernel after two steps")


@points(0.25)
@depends("test_function")
def test_graph(student):
    """The graph of a call has a loop and a branch, and no Python in it."""
    found = set(student.operations())
    assert_that(not found & CALLBACKS, "The graph calls back into Python.")
    assert_that(bool(found & LOOPS), "The graph has no loop (`While`).")
    assert_that(bool(found & BRANCHES), "The graph has no branch (`If`).")


@points(0.25)
@depends("test_graph", "test_values_elsewhere")
def test_graph_alone(student, reference, rng):
    """The graph returns the same where your Python code is not there."""
    xs, graph = _tables(rng, 0.5), student.graph(0.5)
    assert_that(graph["resources"] == 0, "The graph needs a variable beside `x`.")
    got = student.without_code.run_graph(graph, xs)
    assert_close(got, reference.traced(0.5, xs), what="The list of outputs")


@points(0.25)
@depends("test_graph_alone")
def test_loop_halves(student, rng):
    """It is the loop of the graph that halves the values."""
    idle = student.without_code.without_rounds(student.graph(0.5))
    large = student.without_code.run_graph(idle, _tables(rng, 0.5))[-1]
    why = "The values are halved, but not by the loop of the graph."
    assert_that(abs(large).max() > 0.5, why)


@points(0.25)
@depends("test_values_elsewhere")
def test_keywords(student, reference, rng):
    """What is given to the layer for Keras reaches Keras, and leaves the values alone."""
    keywords = {"name": "my_scale", "trainable": False}
    assert_equal(student.keywords("my_scale"), keywords, what="The layer")
    args = [2.0, 0.5], _tables(rng, 1.5)
    got, expected = (one.in_turns(*args, keywords) for one in (student, reference))
    assert_close(got, expected, what="The outputs of two layers of one name")
