"""Visible checks of `autograph/branches_and_loops`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points

LOOPS = {"While", "StatelessWhile"}
CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


@points(0.5)
def test_collatz(student, reference):
    """`collatz_steps` counts the steps to 1."""
    for n in (6, 7, 1):
        got, expected = (one.value("collatz_steps", n) for one in (student, reference))
        assert_equal(got, expected, what=f"collatz_steps({n})")


@points(0.5)
def test_first_index(student, reference):
    """`first_index` finds the first of several, and says -1 where there is none."""
    for xs, target in (([4, 7, 7], 7), ([4, 7, 7], 5)):
        got = student.value("first_index", xs, target)
        expected = reference.value("first_index", xs, target)
        assert_equal(got, expected, what=f"first_index({xs}, {target})")


@points(0.5)
def test_sum(student, reference):
    """`sum_until_negative` adds even elements, and stops at a negative one."""
    for xs in ([2, 3, 4, -1, 6], [1, 2, 3, 4]):
        got = student.value("sum_until_negative", xs)
        expected = reference.value("sum_until_negative", xs)
        assert_equal(got, expected, what=f"sum_until_negative({xs})")


@points(0.5)
@depends("test_collatz")
def test_collatz_graph(student):
    """The graph of `collatz_steps` has a loop of its own, and no Python in it."""
    is_function = student.is_function("collatz_steps")
    assert_that(is_function, "`collatz_steps` is not a `tf.function`.")
    found = set(student.operations("collatz_steps", None))
    assert_that(not found & CALLBACKS, "The graph calls back into Python.")
    assert_that(bool(found & LOOPS), "The graph has no loop (`While`).")
