"""Visible checks of `gradients/clip_and_step`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


def _gradients(rng):
    return [
        rng.normal(size=3).astype("float32"),
        rng.normal(size=(2, 2)).astype("float32"),
    ]


@points(0.5)
def test_joint_norm(student, reference, rng):
    """The second result is the norm of all gradients together."""
    gradients = _gradients(rng)
    got, expected = (one.clipped(gradients, 0.5) for one in (student, reference))
    assert_close(got["norm"], expected["norm"], what="The joint norm")


@points(1)
def test_scaled_together(student, reference, rng):
    """Above the limit, all gradients are scaled by the same factor."""
    gradients = _gradients(rng)
    got, expected = (one.clipped(gradients, 0.5) for one in (student, reference))
    what = "The list of clipped gradients"
    assert_close(got["clipped"], expected["clipped"], what=what)


@points(0.5)
def test_below_the_limit(student, reference, rng):
    """Below the limit, all gradients keep their values."""
    gradients = _gradients(rng)
    got, expected = (one.clipped(gradients, 50.0) for one in (student, reference))
    what = "The list of clipped gradients"
    assert_close(got["clipped"], expected["clipped"], what=what)


@points(0.75)
def test_step(student, reference, rng):
    """Each step changes the variables themselves, by its `lr` times the gradient."""
    args = (_gradients(rng), _gradients(rng), [0.1, 0.1, 0.5])
    got, expected = (one.stepped(*args) for one in (student, reference))
    assert_close(got, expected, what="The list of variables")


@points(0.25)
@depends("test_joint_norm", "test_scaled_together", "test_below_the_limit", "test_step")
def test_traced(student, reference, rng):
    """Both functions work inside a `tf.function`."""
    args = (_gradients(rng), _gradients(rng), 6.0, 0.1)
    got, expected = student.traced(*args), reference.traced(*args)
    assert_close(got, expected, what="What came of two traced steps")
