"""Hidden checks of `training/low_to_high`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.25)
@depends("test_weights")
def test_keywords(student):
    """What is given to the layer for Keras reaches Keras."""
    expected = {"name": "my_layer", "trainable": False, "regularised": True}
    assert_equal(student.keywords("my_layer"), expected, what="The layer")


@points(0.5)
@depends("test_train")
def test_steps(student):
    """Without validation there is a step for each batch of all samples, at any width."""
    # Zeros for zeros: there is nothing to learn, and every epoch is run all the same.
    x = np.zeros([8, 5], np.float32)
    got = student.trained(x, x[:, :2], 5, 7, 0.0)
    keys = sorted(got["history"])
    assert_equal(keys, ["loss", "mae"], what="The list of keys without validation")
    assert_equal(list(got["predictions"].shape), [8, 2], what="The output's shape")
    assert_that(got["steps"] is not None, "The model has no optimizer.")
    why = "The optimizer took another number of steps than it should."
    assert_that(got["steps"] == 14, why, expected="14", received=got["steps"])


@points(1)
@depends("test_steps")
def test_validation(student, rng):
    """The last samples are not trained on: `val_loss` and `val_mae` are theirs."""
    x = rng.normal(size=(16, 2)).astype("float32")
    # With every epoch of training the validation gets worse.
    y = np.concatenate([x[:10], -x[10:]]) @ np.float32([[1], [-2]])
    got = student.trained(x, y, 4, 6, 0.375)
    why = "The optimizer took another number of steps than it should."
    assert_that(got["steps"] == 18, why, expected="18", received=got["steps"])
    errors = np.float64(got["predictions"])[10:] - y[10:]
    for key, value in {"val_loss": errors**2, "val_mae": abs(errors)}.items():
        first, *_, last = got["history"][key]
        assert_close(last, value.mean(), tol=1e-4, what=f"The last `{key}`")
        assert_that(first != last, f"`{key}` is the same after each epoch.")
