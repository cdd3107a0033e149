"""Hidden checks of `gradients/tape_basics`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_grad_at")
def test_grad_at_elsewhere(student, reference, rng):
    """`grad_at` works for other functions, shapes and dtypes, exactly."""
    for name, x in (
        ("waves", rng.normal(size=(2, 3))),
        ("logistic", rng.normal(size=5).astype("float32")),
        ("cubes", rng.normal(size=(1, 0, 2))),
        ("waves", rng.normal(size=())),
        ("looked up", rng.normal(size=4)),
    ):
        assert_close(student.gradient_at(name, x), reference.gradient_at(name, x))
    got = student.gradients_of_one_line(np.float32([1.5, -0.5]), [2.0, 5.0])
    assert_close(got, [np.float32([6, -2]), np.float32([15, -5])], what="The list")


@points(0.5)
@depends("test_two_grads")
def test_one_recording(student, rng):
    """`two_grads` records once: one tape, and one evaluation of f."""
    v = rng.normal(size=2)
    times = max(student.evaluations("sine", "square", v).values())
    assert_that(times == 1, "`f` is evaluated once.", expected="1", received=times)
    tapes = student.tapes("sine", "square", v)
    assert_that(tapes == 1, "One tape is enough.", expected="1", received=tapes)


@points(0.25)
@depends("test_two_grads")
def test_two_grads_elsewhere(student, reference, rng):
    """`two_grads` works for other functions, shapes and dtypes."""
    for f, g, v in (
        ("shifted", "square", rng.normal(size=(2, 3)).astype("float32")),
        ("mixed", "shifted", rng.normal(size=(2, 2))),
        ("square", "shifted", rng.normal(size=())),
        ("sine", "sine", rng.normal(size=(0, 2))),
        ("looked up", "square", rng.normal(size=3)),
    ):
        got = student.gradients_of_two(f, g, v)
        assert_close(got, reference.gradients_of_two(f, g, v), what=f"{f}, {g}")


@points(0.25)
@depends("test_sensitivity")
def test_sensitivity_elsewhere(student, reference, rng):
    """`sensitivity` works for other functions, shapes and dtypes, and where no input counts."""
    small = [rng.normal(size=3).astype("float32"), np.float32(rng.normal(size=(2, 1)))]
    mixed = [rng.normal(size=(2, 2)), rng.normal(size=()), rng.normal(size=4)]
    for name, xs in (
        ("all", small),
        ("outer of three", mixed),
        ("none", mixed),
        ("first of two", small),
        ("looked up", small),
        ("one of two", [abs(x) for x in small]),
        ("one of two", [-abs(x) for x in small]),
    ):
        got = student.sensitivities(name, xs)
        assert_close(got, reference.sensitivities(name, xs), what=name)
