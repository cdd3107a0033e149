"""Hidden checks of `gradients/custom_gradients`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points

OPTIONS = {"ste_round": (), "softplus": (), "grad_reverse": (0.375,), "safe_log": ()}


@points(0.75)
@depends("test_softplus")
def test_softplus_gradient(student, reference, rng):
    """The gradient of `softplus` is up * sigmoid(x), for moderate and for large x, and at 0."""
    x = np.array([*rng.normal(0, 2, size=4), 0, 90, -90, 1000, -1000, 1e30], "float32")
    args = ("softplus", x, rng.normal(size=10).astype("float32"))
    assert_close(
        student.gradient(*args), reference.gradient(*args), what="The gradient"
    )


@points(0.75)
@depends("test_safe_log")
def test_safe_log_gradient(student, reference, rng):
    """The gradient of `safe_log` is up / x for positive x, and 0 elsewhere."""
    x = np.array([*rng.uniform(0.1, 9, size=3), 1e-20, 0, -2, -1e-9], "float32")
    args = ("safe_log", x, rng.normal(size=7).astype("float32"))
    assert_close(
        student.gradient(*args), reference.gradient(*args), what="The gradient"
    )


@points(0.25)
@depends("test_reverse")
def test_strengths(student, reference, rng):
    """`grad_reverse` takes other values of `lam`, one after the other and under one tape."""
    x, up = rng.normal(size=(2, 4)).astype("float32")
    x[3] = 3e38
    strengths = [2.5, 0.0, -1.0, 1e6]
    for lam in strengths:
        args = ("grad_reverse", x, up, lam)
        got, expected = student.gradient(*args), reference.gradient(*args)
        assert_close(got, expected, what=f"The gradient for lam={lam}")
    values, gradients = student.side_by_side(x, up, strengths)
    assert_equal(values, [x] * 4, what="What is returned")
    _, expected = reference.side_by_side(x, up, strengths)
    assert_close(gradients, expected, what="The list of gradients under one tape")


@points(0.25)
@depends("test_reverse")
def test_by_name(student, reference, rng):
    """`grad_reverse` does the same where `lam` is given by name."""
    x, up = rng.normal(size=(2, 4)).astype("float32")
    got, expected = student.by_name(x, up, 0.75), reference.by_name(x, up, 0.75)
    assert_close(got, expected, what="The pair of value and gradient")


@points(0.5)
@depends("test_ste_gradient", "test_softplus", "test_reverse", "test_safe_log")
def test_elsewhere(student, reference, rng):
    """Other shapes, scalars, empty tensors and float64; halves, which go to even; large numbers."""
    halves, large = np.array([0.5, 1.5, 2.5, 3.5]), np.array([3e9, -1e20, 1e300])
    others = [np.array(rng.uniform(1, 5, size=s)) for s in ((2, 1, 3), (), (0, 2))]
    for x in (halves, large, np.array([16.0, 25.0]), *others):
        up = np.array(rng.normal(size=x.shape))
        for name, options in OPTIONS.items():
            got, expected = (
                one.value(name, x, *options) for one in (student, reference)
            )
            assert_close(got, expected, what=f"What `{name}` returns")
            args = (name, x, up, *options)
            assert_close(student.gradient(*args), reference.gradient(*args), what=name)


@points(0.5)
@depends("test_ste_gradient", "test_softplus", "test_reverse", "test_safe_log")
def test_traced(student, reference, rng):
    """Values and gradients are the same inside a `tf.function`, and values after it."""
    x, up = rng.uniform(0.5, 4, size=(2, 6)).astype("float32")
    for name, options in OPTIONS.items():
        got = student.traced(name, x, up, *options)
        expected = reference.traced(name, x, up, *options)
        assert_close(got, expected, what=f"What came of `{name}`")
