"""Visible checks of `gradients/tape_basics`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import points


@points(0.5)
def test_grad_at(student, reference, rng):
    """`grad_at` returns the gradient of a sum of cubes."""
    x = rng.normal(size=4)
    assert_close(
        student.gradient_at("cubes", x),
        reference.gradient_at("cubes", x),
        what="The gradient",
    )


@points(0.5)
def test_two_grads(student, reference, rng):
    """`two_grads` returns the gradients of f(v) and of g(f(v)) with respect to v."""
    v = rng.normal(size=3)
    assert_close(
        student.gradients_of_two("square", "sine", v),
        reference.gradients_of_two("square", "sine", v),
        what="The pair of gradients",
    )


@points(0.5)
def test_sensitivity(student, reference, rng):
    """`sensitivity` gives zeros for an input that f does not use."""
    xs = [rng.normal(size=2), rng.normal(size=3)]
    assert_close(
        student.sensitivities("first of two", xs),
        reference.sensitivities("first of two", xs),
        what="The list of gradients",
    )
