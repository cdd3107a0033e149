"""Hidden checks of `foundations/cast_carefully`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.25)
@depends("test_fraction", "test_unit")
def test_other_sizes(student, reference, rng):
    """`fraction_true` for very many elements and for one; `scale_to_unit` for other shapes."""
    many = rng.random(200_000) < 0.7
    cube = rng.integers(0, 256, size=(3, 4, 2)).astype("uint8")
    calls = [("fraction_true", mask) for mask in (many, many[:1], ~many[:1])]
    images = cube, cube[0, 0, 0], cube[:0], np.uint8([0, 1, 1]), np.uint8([0])
    calls += [("scale_to_unit", img) for img in images]
    for name, arg in calls:
        got, expected = student.value(name, arg), reference.value(name, arg)
        assert_close(got, expected, what=f"What `{name}` returns")


@points(0.25)
@depends("test_bucket")
def test_other_buckets(student, reference, rng):
    """`bucket` for other shapes and widths, on the edges of buckets, and in float64."""
    inside = (rng.integers(-50, 50, size=(4, 3)) + rng.uniform(0.1, 0.9, (4, 3))) * 0.3
    edges = np.arange(-60, 60) * 49.0  # 1 / 49 is no binary number, but 49 / 49 is 1.
    calls = [
        (x.astype("float32"), width) for x, width in ((inside, 0.3), (edges, 49.0))
    ]
    fine = np.array(-16777216.5)  # A float32 cannot hold it, nor a width of 0.3.
    below = np.array([-1e-12, 4 - 1e-12, 4.0])
    calls += [(inside, 0.3), (edges, 49.0), (fine, 1.0), (inside + 0.3e9, 0.3)]
    calls += [(below, 2.0), (edges[:0], 2.0)]
    for x, width in calls:
        got, expected = (one.value("bucket", x, width) for one in (student, reference))
        assert_equal(got, expected, what=f"The answer for width {width}")


@points(0.25)
@depends("test_total")
def test_large_total(student, reference, rng):
    """`exact_total` where an int32 or a float32 does not hold the sum, and for no counts."""
    few = rng.integers(0, 9, size=7).astype("int32")
    many = rng.integers(2**30, 2**31, size=1000).astype("int32")
    fine, half, large = np.array(1 + 2.0**-40), np.array(-0.5), np.array(2.0**53)
    for counts, offset in (
        (many, half),
        (many[:3], half),
        (few, fine),
        (few[:0], fine),
        (np.ones(6, "int32"), large),
    ):
        expected = reference.value("exact_total", counts, offset)
        got = student.value("exact_total", counts, offset)
        assert_equal(got, expected, what="The total")


@points(0.25)
@depends("test_fraction", "test_unit", "test_bucket", "test_total")
def test_tensors(student):
    """Each function returns a tensor, no array of NumPy's and no Python number."""
    for name, *args in (
        ("fraction_true", np.array([True, False])),
        ("scale_to_unit", np.array([3, 4], np.uint8)),
        ("bucket", np.array([1.5, -1.5]), 1.0),
        ("exact_total", np.array([1, 2], np.int32), np.array(1.5)),
    ):
        assert_that(student.is_tensor(name, *args), f"`{name}` returns no tensor.")
