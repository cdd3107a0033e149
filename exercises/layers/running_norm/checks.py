"""Visible checks of `layers/running_norm`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


@points(1)
def test_state(student, reference):
    """`build` makes a mean of zeros and a variance of ones, neither trainable."""
    got, expected = student.state([None, 4]), reference.state([None, 4])
    for part, what in (
        ("mean", "`layer.mean`"),
        ("var", "`layer.var`"),
        ("trainable", "The number of trainable weights"),
        ("not trainable", "The number of non-trainable weights"),
    ):
        assert_equal(got[part], expected[part], what=what)


@points(1)
def test_training_output(student, reference, rng):
    """In training, the output is normalised by this batch's mean and variance."""
    batches = [rng.normal(2, 3, size=(6, 4)).astype("float32")]
    got, expected = (one.trained(batches, {}) for one in (student, reference))
    assert_close(got["outputs"], expected["outputs"], what="The list of outputs")


@points(1)
def test_moving_statistics(student, reference, rng):
    """A call in training moves both statistics a tenth of the way to the batch's."""
    batches = [rng.normal(2, 3, size=(6, 4)).astype("float32")]
    got, expected = (one.trained(batches, {}) for one in (student, reference))
    assert_close(got["mean"], expected["mean"], what="The moving mean")
    assert_close(got["var"], expected["var"], what="The moving variance")


@points(0.5)
@depends("test_state")
def test_prediction(student, reference, rng):
    """Not in training, the output is normalised by the moving statistics."""
    x = rng.normal(1, 2, size=(5, 4)).astype("float32")
    args = (x, [0.5, -1.0, 2.0, 0.0], [1.0, 4.0, 0.25, 9.0], {})
    assert_close(student.predicted(*args), reference.predicted(*args))
