"""Visible checks of `foundations/control_by_hand`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points

CALLBACKS = {"PyFunc", "PyFuncStateless", "EagerPyFunc"}
CHOICES = {"If", "StatelessIf", "Case", "StatelessCase"}
LOOPS = {"While", "StatelessWhile"}
PRODUCTS = {"Mul", "Square", "Pow", "Prod", "MatMul", "BatchMatMulV2", "Einsum"}
SELECTS = {"Select", "SelectV2"}


@points(0.75)
def test_soft_clip(student, reference):
    """`soft_clip` is x in the middle, and goes on with slope 0.1 at both ends."""
    for x in (0.25, 3.0, -2.0):
        args = [np.array(value, np.float32) for value in (x, -1.0, 1.5)]
        expected = reference.value("soft_clip", *args)
        got = student.value("soft_clip", *args)
        assert_close(got, expected, what=f"soft_clip({x}, -1.0, 1.5)")


@points(0.75)
def test_int_power(student, reference):
    """`int_power` multiplies n factors."""
    for base, n in ((2.0, 10), (1.5, 1)):
        args = np.array(base, np.float32), np.array(n, np.int32)
        expected = reference.value("int_power", *args)
        got = student.value("int_power", *args)
        assert_close(got, expected, what=f"int_power({base}, {n})")


@points(0.75)
@depends("test_soft_clip")
def test_choice_in_graph(student):
    """Without AutoGraph `soft_clip` makes a graph, and the choice is in it."""
    found = set(student.operations("soft_clip", "float32"))
    assert_that(not found & CALLBACKS, "The graph calls back into Python.")
    selects = "The graph has a `Select`, the operation of `tf.where`."
    assert_that(not found & SELECTS, selects)
    assert_that(bool(found & CHOICES), "The graph has no choice (`If` or `Case`).")


@points(0.75)
@depends("test_int_power")
def test_loop_in_graph(student):
    """Without AutoGraph `int_power` makes a graph, and the loop is in it."""
    found = set(student.operations("int_power", "float32"))
    assert_that(not found & CALLBACKS, "The graph calls back into Python.")
    assert_that(bool(found & LOOPS), "The graph has no loop (`While`).")
    inside = set(student.operations_in_loops("int_power", "float32"))
    assert_that(bool(inside & PRODUCTS), "The body of the loop multiplies nothing.")
