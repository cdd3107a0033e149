"""Visible checks of `gradients/second_order`."""

import numpy as np

from grader.judge.asserts import assert_close
from grader.judge.marks import points


@points(1.25)
def test_hvp(student, reference, rng):
    """`hvp` returns the Hessian of sum(x**4) + sum(a*x)**2, times v."""
    x, v, a = rng.normal(size=(3, 4))
    args = ("quartic", x, v, a)
    got, expected = student.hessian_times(*args), reference.hessian_times(*args)
    assert_close(got, expected, what="The product")


@points(1.25)
def test_third(student, reference, rng):
    """`third_derivative` differentiates sin(2x) * exp(-x) three times."""
    x = np.array(rng.uniform(0.5, 1.5))
    got, expected = student.third("wave", x), reference.third("wave", x)
    assert_close(got, expected, what="The third derivative")
