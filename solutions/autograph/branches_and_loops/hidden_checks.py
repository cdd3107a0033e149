"""Hidden checks of `autograph/branches_and_loops`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points

LOOPS = {"While", "StatelessWhile"}
CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


@points(0.5)
@depends("test_first_index", "test_sum")
def test_edges(student, reference, rng):
    """Empty inputs, a target at either end, and longer inputs."""
    xs = rng.integers(0, 50, size=40)
    for name, *args in (
        ("first_index", [], 3),
        ("first_index", xs, xs[0]),
        ("first_index", xs, xs[-1]),
        ("sum_until_negative", []),
        ("sum_until_negative", [-2, 4]),
        ("sum_until_negative", xs),
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
@depends("test_loops_in_graphs")
def test_constant_size(student):
    """A graph is as large for 50 elements as for 3."""
    for name in ("first_index", "sum_until_negative"):
        few, many = student.sizes(name, [3, 50])
        assert_that(
            many <= few + 10,
            f"The graph of `{name}` grows with its input: a loop was unrolled.",
            expected=f"about {few} nodes for 50 elements, as for 3",
            received=many,
        )
