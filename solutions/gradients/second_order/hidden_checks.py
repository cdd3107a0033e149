"""Hidden checks of `gradients/second_order`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(0.75)
@depends("test_hvp")
def test_hvp_elsewhere(student, reference, rng):
    """`hvp` for other functions, vectors, sizes and dtypes."""
    for name, n, scale, dtype in (
        ("waves", 6, 1, "float64"),
        ("logarithm", 40, 3, "float64"),
        ("product", 3, 1, "float32"),
        ("quartic", 1, 1, "float64"),
        ("quartic", 5, 0, "float64"),
    ):
        x, v, a = rng.uniform(-1, 1, size=(3, n)).astype(dtype)
        args = (name, x, v * scale, a)
        got, expected = student.hessian_times(*args), reference.hessian_times(*args)
        assert_close(got, expected, what=f"{name}: the product")


@points(0.5)
@depends("test_third")
def test_third_elsewhere(student, reference, rng):
    """`third_derivative` for other functions and dtypes."""
    for name, x in (
        ("power", np.array(rng.normal())),
        ("quotient", np.array(rng.normal(), "float32")),
    ):
        assert_close(student.third(name, x), reference.third(name, x), what=name)


@points(0.75)
@depends("test_hvp")
def test_no_matrix(student, rng):
    """`hvp` computes nothing with an entry for each pair of inputs."""
    entries = student.largest("quartic", *rng.normal(size=(3, 60)))
    assert_that(
        entries < 60 * 60,
        "For 60 inputs, a tensor with an entry for each pair of them appears.",
        expected="fewer than 3600 entries in any tensor",
        received=f"{entries} entries",
    )


@points(0.5)
@depends("test_hvp")
def test_v_is_x(student, reference, rng):
    """`v` is a constant even where it is the very tensor `x`."""
    args = ("quartic", *rng.normal(size=(2, 4)))
    got = student.hessian_times_itself(*args)
    expected = reference.hessian_times_itself(*args)
    assert_close(got, expected, what="The product")


@points(0.5)
@depends("test_hvp", "test_third")
def test_zeros(student, reference, rng):
    """Zeros, not None, where the function is linear, constant or quadratic."""
    for name in ("linear", "constant"):
        args = (name, *rng.normal(size=(3, 4)))
        got, expected = student.hessian_times(*args), reference.hessian_times(*args)
        assert_close(got, expected, what=f"The product for a {name} function")
    x = np.array(rng.normal())
    for name in ("square", "straight", "constant"):
        got, expected = student.third(name, x), reference.third(name, x)
        assert_close(got, expected, what=f"The third derivative ({name})")


@points(0.5)
@depends("test_hvp", "test_third", "test_no_matrix", "test_zeros")
def test_traced(student, reference, rng):
    """Both work inside a `tf.function`, for vectors of any length, also a very long one."""
    for many, one in (
        ("waves", "power"),
        ("linear", "square"),
        ("constant", "constant"),
    ):
        args = (many, *rng.normal(size=(3, 5)), one, rng.normal())
        got, expected = student.traced(*args), reference.traced(*args)
        assert_close(got, expected, what=f"What the graph returned ({many}, {one})")
    got, expected = (one.beginning("quartic", 100_000) for one in (student, reference))
    assert_close(got, expected, what="For 100,000 inputs the product")
