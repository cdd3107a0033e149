"""Visible checks of `gradients/per_example_grads`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import points


@points(1)
def test_per_example(student, reference, rng):
    """`per_example_grads` returns one gradient for each example, shape (7, 3, 2)."""
    w, x, y = (rng.normal(size=shape) for shape in ((3, 2), (7, 3), (7, 2)))
    args = ("squares", w, x, y, False)
    got, expected = student.gradients(*args), reference.gradients(*args)
    assert_close(got, expected, what="The stack of gradients")


@points(1)
def test_input_jacobian(student, reference, rng):
    """`input_jacobian` returns one Jacobian for each row, shape (7, 2, 3)."""
    x, a = rng.normal(size=(7, 3)), rng.normal(size=(3, 2))
    got, expected = (one.jacobian("tanh", x, a) for one in (student, reference))
    assert_close(got, expected, what="The stack of Jacobians")
