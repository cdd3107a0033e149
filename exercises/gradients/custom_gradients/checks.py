"""Visible checks of `gradients/custom_gradients`."""

import numpy as np

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


@points(0.5)
def test_ste_round(student, reference, rng):
    """`ste_round` rounds to the nearest integers."""
    x = rng.normal(0, 3, size=8).astype("float32")
    got, expected = (one.value("ste_round", x) for one in (student, reference))
    assert_close(got, expected, what="The rounded tensor")


@points(0.75)
@depends("test_ste_round")
def test_ste_gradient(student, reference, rng):
    """`ste_round` passes any upstream gradient on as it is."""
    x, up = rng.normal(0, 3, size=(2, 8)).astype("float32")
    args = ("ste_round", x, up)
    assert_close(
        student.gradient(*args), reference.gradient(*args), what="The gradient"
    )


@points(0.5)
def test_softplus(student, reference, rng):
    """`softplus` is right for moderate numbers, and at 1000 and -1000."""
    x = np.array([*rng.normal(0, 2, size=4), 0, 1000, -1000], "float32")
    got, expected = (one.value("softplus", x) for one in (student, reference))
    assert_close(got, expected, what="The softplus")


@points(0.75)
def test_reverse(student, reference, rng):
    """`grad_reverse` returns x, and turns the gradient round."""
    x, up = rng.normal(size=(2, 5)).astype("float32")
    got, expected = (one.value("grad_reverse", x, 0.5) for one in (student, reference))
    assert_close(got, expected, what="What is returned")
    args = ("grad_reverse", x, up, 0.5)
    assert_close(
        student.gradient(*args), reference.gradient(*args), what="The gradient"
    )


@points(0.5)
def test_safe_log(student, reference, rng):
    """`safe_log` is the logarithm of positive numbers, even of tiny ones, else 0."""
    x = np.array([*rng.uniform(0.1, 9, size=4), 1e-20, 0, -2], "float32")
    got, expected = (one.value("safe_log", x) for one in (student, reference))
    assert_close(got, expected, what="The logarithm")
