"""Hidden checks of `foundations/control_by_hand`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


def _clips(rng, dtype):
    """Arguments of `soft_clip`: in, below, above, at an end, no middle, no end."""
    lo, hi = np.sort(rng.normal(size=2) * 3)
    calls = [(x, lo, hi) for x in (lo, hi, lo - 2, hi + 50, (lo + hi) / 2, lo - 1e3)]
    calls += [(x, lo, lo) for x in (lo, lo - 1, lo + 1)]
    calls += [(rng.normal(), -far, far) for far in (1e9, np.inf)]
    return [[np.array(value, dtype) for value in call] for call in calls]


def _powers(rng, dtype):
    """Arguments of `int_power`: no factor, few, many; zero and negative bases."""
    calls = [(rng.normal(), 0), (0.0, 0), (0.0, 3), (-1.25, 7), (rng.uniform(1, 2), 25)]
    calls += [(-1.01, n) for n in (128, 300)]
    return [[np.array(base, dtype), np.array(n, np.int32)] for base, n in calls]


def _long_powers():
    """Arguments of `int_power` that need many rounds."""
    minus = np.array(-1, np.float32)
    return [[minus, np.array(n, np.int32)] for n in (10_000, 10_001)]


@points(0.25)
@depends("test_soft_clip")
def test_other_clips(student, reference, rng):
    """`soft_clip` at its ends, far outside, without a middle, and in float64."""
    for x, lo, hi in (*_clips(rng, "float32"), *_clips(rng, "float64")):
        expected = reference.value("soft_clip", x, lo, hi)
        got = student.value("soft_clip", x, lo, hi)
        # A slope of `tf.cast(0.1, tf.float64)` goes by way of float32.
        tol = None if lo <= x <= hi else 1e-5
        assert_close(got, expected, tol=tol, what="`soft_clip`")


@points(0.25)
@depends("test_int_power")
def test_other_powers(student, reference, rng):
    """`int_power` for no factor and for many, for other bases, and in float64."""
    for args in (*_powers(rng, "float32"), *_powers(rng, "float64")):
        expected = reference.value("int_power", *args)
        assert_close(student.value("int_power", *args), expected, what="`int_power`")


@points(0.25)
@depends("test_choice_in_graph")
def test_one_side(student, reference, rng):
    """No line of `soft_clip` is computed that is not needed."""
    lo, hi = np.sort(rng.normal(size=2) * 3).astype("float32")
    for x, unneeded in (((lo + hi) / 2, (lo, hi)), (lo - 2, [hi]), (hi + 2, [lo])):
        args = [np.array(value, np.float32) for value in (x, lo, hi)]
        for end in [np.array(end, np.float32) for end in unneeded]:
            line = reference.value("soft_clip", args[0], end, end)
            near = np.isclose(student.computed("soft_clip", *args), line, 1e-5)
            assert_that(not near.any(), "A line is computed beside the choice.")


@points(0.25)
@depends(
    "test_choice_in_graph",
    "test_loop_in_graph",
    "test_other_clips",
    "test_other_powers",
)
def test_graphs_alone(student, reference, rng):
    """The graphs return the same where your Python code is not there."""
    for name, calls in (
        ("soft_clip", _clips(rng, "float32")[:5]),
        ("int_power", [*_powers(rng, "float32")[2:], *_long_powers()]),
    ):
        got = student.without_code.run_graph(student.graph(name, "float32"), calls)
        expected = [reference.value(name, *args) for args in calls]
        assert_close(got, expected, what=f"The list of what `{name}` returns")
