"""Visible checks of `foundations/cast_carefully`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import points


@points(0.5)
def test_fraction(student, reference):
    """`fraction_true` returns which fraction is true, as a float32."""
    mask = np.array([True, False, False, True, True])
    expected = reference.value("fraction_true", mask)
    assert_close(student.value("fraction_true", mask), expected, what="The fraction")


@points(0.5)
def test_unit(student, reference):
    """`scale_to_unit` brings 0 ... 255 to 0 ... 1, as float32."""
    img = np.array([[0, 51, 254], [100, 1, 200]], np.uint8)
    expected = reference.value("scale_to_unit", img)
    assert_close(student.value("scale_to_unit", img), expected, what="The image")


@points(0.5)
def test_bucket(student, reference):
    """`bucket` rounds down, above and below zero, to an int32."""
    x = np.array([0.7, 1.9, -0.2, -1.3], np.float32)
    expected = reference.value("bucket", x, 0.5)
    assert_equal(
        student.value("bucket", x, 0.5), expected, what="What `bucket` returns"
    )


@points(0.5)
def test_total(student, reference):
    """`exact_total` adds a float64 to a sum of int32."""
    args = np.array([2, 3, 40], np.int32), np.array(0.25)
    expected = reference.value("exact_total", *args)
    assert_equal(student.value("exact_total", *args), expected, what="The total")
