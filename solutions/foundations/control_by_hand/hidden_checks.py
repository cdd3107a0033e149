"""Hidden checks of `foundations/control_by_hand`."""

import numpy as np

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


def _clips(rng, dtype):
    """Arguments of `soft_clip`: in, below, above, at an end, and with no middle."""
    lo, hi = np.sort(rng.normal(size=2) * 3)
    calls = [(x, lo, hi) for x in (lo, hi, lo - 2, hi + 50, (lo + hi) / 2, lo - 1e3)]
    calls += [(x, lo, lo) for x in (lo, lo - 1, lo + 1)]
    return [[np.array(value, dtype) for value in call] for call in calls]


def _powers(rng, dtype):
    """Arguments of `int_power`: no factor, one, many; zero and negative bases."""
    calls = [(rng.normal(), 0), (0.0, 0), (0.0, 3), (-1.25, 7), (rng.uniform(1, 2), 25)]
    return [[np.array(base, dtype), np.array(n, np.int32)] for base, n in calls]


@points(0.25)
@depends("test_soft_clip")
def test_other_clips(student, reference, rng):
    """`soft_clip` at its ends, far outside, without a middle, and in float64."""
    for args in (*_clips(rng, "float32"), *_clips(rng, "float64")):
        expected = reference.value("soft_clip", *args)
        got = student.value("soft_clip", *args)
        # `tf.cast(0.1, tf.float64)` goes by way of float32, and is right enough.
        assert_close(got, expected, tol=1e-5, what="`soft_clip`")


@points(0.25)
@depends("test_int_power")
def test_other_powers(student, reference, rng):
    """`int_power` for no factor and for many, for other bases, and in float64."""
    for args in (*_powers(rng, "float32"), *_powers(rng, "float64")):
        expected = reference.value("int_power", *args)
        assert_close(student.value("int_power", *args), expected, what="`int_power`")


@points(0.5)
@depends("test_choice_in_graph", "test_loop_in_graph")
def test_graphs_alone(student, reference, rng):
    """The graphs return the same where your Python code is not there."""
    for name, calls in (
        ("soft_clip", _clips(rng, "float32")[:5]),
        ("int_power", _powers(rng, "float32")[2:]),
    ):
        got = student.without_code.run_graph(student.graph(name, "float32"), calls)
        expected = [reference.value(name, *args) for args in calls]
        assert_close(got, expected, what=f"The list of what `{name}` returns")
