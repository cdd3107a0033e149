"""Hidden checks of `autograph/branches_and_loops`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points

LOOPS = {"While", "StatelessWhile"}
CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


@points(0.5)
@depends("test_collatz", "test_first_index", "test_sum")
def test_edges(student, reference, rng):
    """Empty inputs, a target at either end, longer inputs and ways, large numbers."""
    xs = rng.integers(0, 50, size=40)
    for name, *args in (
        ("first_index", [], 3),
        ("first_index", xs, xs[0]),
        ("first_index", xs, xs[-1]),
        ("first_index", xs[:7] + 1, 0),
        ("sum_until_negative", []),
        ("sum_until_negative", [-2, 4]),
        ("sum_until_negative", xs),
        ("sum_until_negative", [2**25, 2]),
        ("first_index", [2**24, 2**24 + 1], 2**24 + 1),
        ("collatz_steps", 77031),
    ):
        expected = reference.value(name, *args)
        assert_equal(student.value(name, *args), expected, what=f"`{name}`")


@points(0.5)
@depends("test_first_index", "test_sum")
def test_loops_in_graphs(student):
    """The other two graphs have a loop of their own, and no Python in it."""
    for name in ("first_index", "sum_until_negative"):
        assert_that(student.is_function(name), f"`{name}` is not a `tf.function`.")
        found = set(student.operations(name, None))
        assert_that(not found & CALLBACKS, f"`{name}` calls back into Python.")
        assert_that(bool(found & LOOPS), f"The graph of `{name}` has no loop.")


@points(0.5)
@depends("test_collatz_graph", "test_loops_in_graphs")
def test_graphs_alone(student, reference, rng):
    """The graphs return the same where your Python code is not there."""
    xs = rng.integers(0, 9, size=12)
    for name, *args in (
        ("collatz_steps", 27),
        ("first_index", xs, xs[-1]),
        ("sum_until_negative", [*xs, -3, 2]),
    ):
        got = student.without_code.run_graph(student.graph(name), *args)
        assert_equal(got, reference.value(name, *args), what=f"`{name}`")


@points(0.25)
@depends("test_loops_in_graphs")
def test_constant_size(student):
    """A graph is as large for 8 or 50 elements as for 3."""
    for name in ("first_index", "sum_until_negative"):
        few, *others = student.sizes(name, [3, 8, 50])
        many = max(others)
        assert_that(
            many <= few + 10,
            f"The graph of `{name}` grows with its input: a loop was unrolled.",
            expected=f"about {few} nodes for 8 or 50 elements, as for 3",
            received=many,
        )


@points(0.25)
@depends("test_edges", "test_constant_size")
def test_stops_early(student):
    """The loop of `first_index` ends when it has found the target."""
    stops = student.stops_early(5000)
    assert_that(
        stops,
        "A target at the start takes about as long as none: the loop goes on.",
        expected="the loop ends when the target is found",
        received="the loop goes through all 5000 elements",
    )
