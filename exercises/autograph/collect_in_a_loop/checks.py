"""Visible checks of `autograph/collect_in_a_loop`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points

LOOPS = {"While", "StatelessWhile"}
CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}


@points(1)
def test_running_max(student, reference):
    """`running_max` returns the largest element so far, for each element."""
    for xs in ([2, 1, 3, -1], [0.5, 0.25, 1.5, 1.5, 4]):
        expected = reference.value("running_max", xs)
        got = student.value("running_max", xs)
        assert_equal(got, expected, what=f"running_max({xs})")


@points(1)
def test_divisors(student, reference):
    """`divisors` returns the numbers that divide n, in rising order."""
    for n in (12, 7):
        expected = reference.value("divisors", n)
        assert_equal(student.value("divisors", n), expected, what=f"divisors({n})")


@points(0.25)
@depends("test_running_max")
def test_running_max_graph(student):
    """The graph of `running_max` has a loop of its own, and no Python in it."""
    is_function = student.is_function("running_max")
    assert_that(is_function, "`running_max` is not a `tf.function`.")
    found = set(student.operations("running_max"))
    assert_that(not found & CALLBACKS, "The graph calls back into Python.")
    assert_that(bool(found & LOOPS), "The graph has no loop (`While`).")


@points(0.25)
@depends("test_divisors")
def test_divisors_graph(student):
    """The graph of `divisors` has a loop of its own, and no Python in it."""
    assert_that(student.is_function("divisors"), "`divisors` is not a `tf.function`.")
    found = set(student.operations("divisors"))
    assert_that(not found & CALLBACKS, "The graph calls back into Python.")
    assert_that(bool(found & LOOPS), "The graph has no loop (`While`).")
