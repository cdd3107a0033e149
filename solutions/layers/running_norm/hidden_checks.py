"""Hidden checks of `layers/running_norm`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_moving_statistics")
def test_left_alone(student, reference, rng):
    """Calls that are not training, said or unsaid, leave the statistics as they are."""
    batch = rng.normal(1, 2, size=(6, 4)).astype("float32")
    others = rng.normal(-3, 1, size=(2, 5, 4)).astype("float32")
    got = student.left_alone(batch, list(others))
    expected = reference.left_alone(batch, list(others))
    assert_close(got, expected, what="The list of statistics")


@points(0.25)
@depends("test_training_output", "test_moving_statistics")
def test_other_shapes(student, reference, rng):
    """Ranks 3 and 4, other widths, and a batch of one."""
    for shape in ((3, 5, 2), (2, 3, 4, 6), (9, 1), (1, 3)):
        batches = [rng.normal(1, 2, size=shape).astype("float32")]
        got, expected = (one.trained(batches, {}) for one in (student, reference))
        assert_close(got, expected, what=f"For an input of shape {shape}, the result")


@points(0.25)
@depends("test_training_output", "test_moving_statistics")
def test_far_from_zero(student, reference, rng):
    """Values far from zero."""
    batches = [rng.normal(5000, 1, size=(8, 3)).astype("float32")]
    got, expected = (one.trained(batches, {}) for one in (student, reference))
    assert_close(got, expected, tol=0.01, what="The result")


@points(0.25)
@depends("test_training_output", "test_moving_statistics", "test_prediction")
def test_options(student, reference, rng):
    """Several batches in turn, with other values of `momentum` and `epsilon`."""
    batches = list(rng.normal(1, 2, size=(3, 6, 2)).astype("float32"))
    for momentum, epsilon in ((0.6, 0.2), (0.0, 0.01), (1.0, 0.5)):
        options = {"momentum": momentum, "epsilon": epsilon}
        got, expected = (one.trained(batches, options) for one in (student, reference))
        assert_close(got, expected, what="What came of three batches")
        args = (batches[0], [1.0, 0.0], [0.5, 0.0], options)
        assert_close(student.predicted(*args), reference.predicted(*args))


@points(0.5)
@depends("test_moving_statistics")
def test_fit(student, reference, rng):
    """`fit` moves the statistics with every batch."""
    x = rng.normal(2, 3, size=(20, 3)).astype("float32")
    y = rng.normal(size=(20, 1)).astype("float32")
    got, expected = student.fitted(x, y), reference.fitted(x, y)
    assert_close(got, expected, what="After `fit`, the layer's state")


@points(0.25)
@depends("test_state", "test_moving_statistics")
def test_saved(student, reference, rng):
    """A fresh layer gets the statistics from the file that `save_weights` wrote."""
    batch = rng.normal(2, 3, size=(7, 3)).astype("float32")
    got, expected = student.loaded(batch), reference.loaded(batch)
    assert_close(got, expected, what="Around `load_weights`, the layer's state")


@points(0.25)
@depends("test_training_output")
def test_gradient(student, reference, rng):
    """In training, the gradient flows through the batch's statistics too."""
    x = rng.normal(size=(6, 3)).astype("float32")
    upstream = rng.normal(size=(6, 3)).astype("float32")
    constant = np.where([True, False, False], np.float32(2), x)
    for args in ((x, upstream), (constant, upstream), (x[:1], upstream[:1])):
        got, expected = student.gradient(*args), reference.gradient(*args)
        assert_close(got, expected, what="The gradient")


@points(0.25)
def test_name(student):
    """A `name` given to the layer reaches Keras."""
    assert_equal(student.named("my_norm"), "my_norm", what="The layer's name")
