"""Hidden checks of `autograph/collect_in_a_loop`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points

ARGUMENTS = {"running_max": [[1], [2, 3], [3, 1, 2]], "divisors": [1, 6, 10]}


@points(0.25)
@depends("test_running_max")
def test_running_max_elsewhere(student, reference, rng):
    """`running_max` for one element, for many, for negative, rising and large ones."""
    many = rng.normal(size=30).astype("float32")
    rising, low = np.sort(many), np.float32([-3e38, -3.2e38, -2e38])
    for xs in (many[:1], many, -1 - np.abs(many), rising, rising[::-1], low):
        expected = reference.value("running_max", xs)
        got = student.value("running_max", xs)
        assert_equal(got, expected, what=f"running_max({xs[:4]}…)")


@points(0.25)
@depends("test_divisors_graph")
def test_divisors_elsewhere(student, reference):
    """`divisors` for 1, for squares, for primes, and for a number with many."""
    for n in (1, 2, 49, 60, 97, 144, 331, 1994, 83160):
        expected = reference.value("divisors", n)
        assert_equal(student.value("divisors", n), expected, what=f"divisors({n})")


@points(0.5)
@depends("test_running_max_elsewhere")
def test_gradient(student, reference, rng):
    """The gradient of `running_max` reaches the elements that are the largest so far."""
    for length in (1, 12):
        xs = rng.permutation(length) + rng.normal(size=length) / 8
        xs, weights = xs.astype("float32"), rng.normal(size=length).astype("float32")
        expected = reference.gradient(xs, weights)
        assert_close(student.gradient(xs, weights), expected, what="The gradient")


@points(0.25)
@depends("test_running_max_graph", "test_divisors_graph")
def test_one_graph(student, reference):
    """Each keeps its signature, and one graph serves every length and every number."""
    for name, arguments in ARGUMENTS.items():
        assert_that(
            (traces := student.traces(name, arguments)) == 1,
            f"`{name}` is not traced once for all; does it keep its signature?",
            expected="1 trace for arguments of three lengths or values",
            received=f"{traces} traces",
        )
        got, expected = student.signature(name), reference.signature(name)
        assert_equal(got, expected, what=f"The input signature of `{name}`")


@points(0.25)
@depends(
    "test_running_max_graph",
    "test_divisors_graph",
    "test_running_max_elsewhere",
    "test_divisors_elsewhere",
)
def test_graphs_alone(student, reference, rng):
    """The graphs return the same where your Python code is not there."""
    for name, argument in (
        ("running_max", rng.normal(size=9).astype("float32")),
        ("divisors", 36),
    ):
        graph = student.graph(name)
        assert_that(
            not (graph["resources"] or graph["tensors"]),
            f"The graph of `{name}` needs more than its argument.",
            expected="nothing from outside",
            received=f"{graph['resources']} variables, {graph['tensors']} tensors",
        )
        got = student.without_code.run_graph(graph, name, argument)
        assert_equal(got, reference.value(name, argument), what=f"`{name}`")
