"""Hidden checks of `layers/masked_mean`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_mask")
def test_all_masked(student, reference, rng):
    """A sequence without a step that counts has zeros for its mean."""
    x = rng.normal(size=(3, 4, 2)).astype("float32")
    mask = np.array([[0, 0, 0, 0], [1, 0, 1, 1], [0, 0, 0, 0]], bool)
    assert_close(student.mean(x, mask), reference.mean(x, mask), what="The mean")


@points(0.25)
@depends("test_mask", "test_no_mask")
def test_other_sizes(student, reference, rng):
    """Long sequences, one step, one feature, one sequence; one layer, several masks."""
    for shape in ((2, 300, 3), (4, 1, 2), (1, 5, 1), (3, 3, 3)):
        x = rng.normal(size=shape).astype("float32")
        mask = rng.random(shape[:2]) < 0.95
        mask[:, 0] = True
        masks = [mask, None, mask[:, ::-1], None]
        got, expected = student.in_turn(x, masks), reference.in_turn(x, masks)
        assert_close(got, expected, what=f"The list of means for a shape of {shape}")


@points(0.25)
@depends("test_embedding", "test_no_mask", "test_training")
def test_in_a_model(student, reference, rng):
    """In a model for any batch and length, with and without training."""
    table = rng.uniform(1, 2, size=(9, 2500)).astype("float32")
    batches = [rng.integers(1, 9, size=shape) for shape in ((3, 4), (1, 7))]
    batches[1][0, 5:] = 0
    batches = [ids.astype("int32") for ids in batches]
    got, expected = (o.in_a_model(0.5, table, batches) for o in (student, reference))
    assert_close(got, expected, what="The answer of the model")


@points(0.25)
@depends("test_inference", "test_training")
def test_draws(student, reference):
    """Each number is drawn by itself, and anew in each call, in training alone."""
    args = [0.05, 0.25, 0.7], {"trainable": False}
    got, expected = student.shares(*args), reference.shares(*args)
    assert_close(got, expected, what="What comes of some rates, for a frozen layer,")
    alike = student.draws(0.5, 40, 40)
    for what, same in alike.items():
        message = f"What is dropped is the same in {what}."
        assert_that(not same, message)
    x = np.ones([2, 3, 4], np.float32)
    got, expected = (student.next_draws(0.5, x, calls) for calls in (1, 0))
    assert_equal(got, expected, what="What is random after a call without training")


@points(0.25)
@depends("test_embedding")
def test_mask_ends(student, reference, rng):
    """No mask comes out of the layer."""
    table = rng.normal(size=(9, 2)).astype("float32")
    ids = np.array([[3, 4, 0]], np.int32)
    got, expected = student.mask_after(table, ids), reference.mask_after(table, ids)
    assert_equal(got, expected, what="Whether a mask comes out")


@points(0.25)
def test_name(student, reference):
    """What is Keras's own, such as a `name`, reaches Keras."""
    got, expected = student.keywords("my_mean"), reference.keywords("my_mean")
    assert_equal(got, expected, what="What became of Keras's own arguments")
