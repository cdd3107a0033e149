"""Visible checks of `layers/masked_mean`."""

import numpy as np

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


@points(1)
def test_mask(student, reference, rng):
    """Steps that the mask calls false are left out of the mean."""
    x = rng.normal(size=(3, 4, 2)).astype("float32")
    mask = np.array([[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 0, 1]], bool)
    assert_close(student.mean(x, mask), reference.mean(x, mask), what="The mean")


@points(0.5)
def test_no_mask(student, reference, rng):
    """Without a mask all steps count, also one that is all zeros."""
    x = rng.normal(size=(3, 4, 2)).astype("float32")
    x[1, 2] = 0
    assert_close(student.mean(x, None), reference.mean(x, None), what="The mean")


@points(0.75)
@depends("test_mask")
def test_embedding(student, reference, rng):
    """The mask of an `Embedding` arrives by itself, and is honoured."""
    table = rng.normal(size=(10, 3)).astype("float32")
    ids = np.array([[7, 8, 0, 0], [1, 2, 3, 0], [4, 5, 6, 9]], np.int32)
    got, expected = student.embedded(table, ids), reference.embedded(table, ids)
    assert_close(got, expected, what="The mean")


@points(0.5)
@depends("test_no_mask")
def test_inference(student, reference, rng):
    """Nothing is dropped without training, or where nobody gave a rate."""
    x = rng.normal(size=(4, 3, 5)).astype("float32")
    got, expected = student.undropped(0.5, x), reference.undropped(0.5, x)
    assert_close(got, expected, what="The list of means")


@points(0.5)
@depends("test_mask")
def test_training(student, rng):
    """In training a number is either dropped or divided by 1 - rate."""
    x = rng.uniform(1, 2, size=(3, 3, 2500)).astype("float32")
    mask = np.array([[1, 1, 0], [0, 1, 0], [1, 1, 1]], bool)
    got = student.dropped(0.8, x, mask)
    expected = {"values": [0.0, 5.0], "zeros": 0.8}
    assert_close(got, expected, what="What the numbers are multiplied by")
