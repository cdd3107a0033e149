"""Visible checks of `autograph/branch_in_a_layer`."""

import numpy as np

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


def _inputs(rng):
    """Within the limit 1 and beyond it, with a positive and with a negative mean."""
    x = rng.uniform(0.4, 0.9, size=(4, 3)) * [1, 1, -0.3]
    x[-1] /= 5
    return [(x * factor).astype("float32") for factor in (1, 37, -1, -9)]


@points(1)
def test_eager(student, reference, rng):
    """Called eagerly, the layer halves and turns as the data need it."""
    xs = _inputs(rng)
    for x, got, expected in zip(
        xs, student.eager(None, xs), reference.eager(None, xs), strict=True
    ):
        assert_close(got, expected, what=f"The output for {np.round(x[0], 2)}…")


@points(1.5)
@depends("test_eager")
def test_functional(student, reference, rng):
    """In a functional model the layer returns the same."""
    xs = _inputs(rng)
    expected = reference.functional(None, xs)
    assert_close(student.functional(None, xs), expected, what="The list of outputs")


@points(0.75)
@depends("test_functional")
def test_function(student, reference, rng):
    """Within a `tf.function` the layer returns the same."""
    xs = _inputs(rng)
    expected = reference.traced(None, xs)
    assert_close(student.traced(None, xs), expected, what="The list of outputs")
