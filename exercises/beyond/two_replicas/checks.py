"""Visible checks of `beyond/two_replicas`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


@points(1)
def test_strategy(student, reference):
    """`make_strategy` returns a mirrored strategy with two replicas, each on a CPU."""
    got, expected = student.strategy(), reference.strategy()
    assert_equal(got, expected, what="The strategy")


@points(1.5)
@depends("test_strategy")
def test_weights(student, reference, rng):
    """After 5 steps, the weights are those of a training on one device."""
    x, y = rng.normal(size=(2, 20, 4)).astype("float32")
    got, expected = (x_.trained(x, y[:, :1], 4, 0.1) for x_ in (student, reference))
    assert_close(got["weights"], expected["weights"], what="The variable")


@points(0.75)
@depends("test_strategy")
def test_loss(student, reference, rng):
    """A step returns the mean loss of its whole batch."""
    x, y = rng.normal(size=(2, 6, 4)).astype("float32")
    got, expected = (x_.trained(x, y[:, :1], 6, 0.1) for x_ in (student, reference))
    assert_close(got["losses"], expected["losses"], what="The list of losses")
