"""Comparisons pass what is right, and explain what is not."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import wire
from grader.judge.asserts import (
    DEVICE,
    Mismatch,
    assert_close,
    assert_dtype,
    assert_equal,
    assert_shape,
)

F32 = np.float32
odd = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.just(np.zeros((0, 2)))
    | st.just(np.array([b"a"], dtype=object))
    | st.just(wire.Ragged(np.zeros(1), (np.array([0, 1]),))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (F32([1, 2]), F32([1, 2 + 1e-6])),
        (2.0, np.float64(2).reshape(())),
        (np.array(2.0), 2.0),
        ((F32(1), [F32(2)]), [F32(1), (F32(2),)]),
        ({"a": np.array([np.nan])}, {"a": np.array([np.nan])}),
        (np.array([np.inf]), np.array([np.inf])),
        (np.array(7), 7),
        (np.zeros((0, 3)), np.zeros((0, 3))),
    ],
)
def test_what_is_close_passes(received: Any, expected: Any) -> None:
    assert_close(received, expected)


@pytest.mark.parametrize(
    ("received", "expected", "said"),
    [
        (np.ones(1), np.ones((3, 3)), "another shape"),
        (np.zeros(0), np.ones(1), "another shape"),
        (1.0, np.ones((3, 3)), "is a float, and a tensor"),
        (np.ones(2), np.ones(2, F32), "another dtype"),
        (np.array([np.nan]), np.array([1.0]), "not what it should be"),
        (np.array([np.inf]), np.array([1e300]), "not what it should be"),
        (np.array([1.0]), np.array([np.nan]), "not what it should be"),
        (None, np.ones(2), "is None, and a tensor"),
        ([1, 2], [1, 2, 3], "another form"),
        ({"a": 1}, {"b": 1}, "other keys"),
        (True, 2, "not what it should be"),
        (np.array([1 + 1e-6]), np.array([1.0]), "not what it should be"),
    ],
)
def test_what_is_not_close_is_explained(
    received: Any, expected: Any, said: str
) -> None:
    with pytest.raises(Mismatch, match=said):
        assert_close(received, expected)


@given(odd, st.sampled_from([np.ones(2), 1.5, [1], {"a": 1}, "text", None, True]))
def test_any_value_is_equal_or_a_mismatch(received: Any, expected: Any) -> None:
    for compare in (assert_close, assert_equal):
        try:
            compare(received, expected)
        except Mismatch as mismatch:
            assert len(mismatch.feedback.received) <= 2000


def test_a_message_shows_the_first_and_the_largest_error() -> None:
    with pytest.raises(Mismatch) as caught:
        assert_close(np.array([[1.0, 2.0], [3.0, 9.0]]), np.array([[1.0, 2.5], [3, 4]]))
    details = dict(caught.value.feedback.details)
    assert details["first difference"] == "at [0, 1]: 2.0 where 2.5 is expected"
    assert details["how many differ"] == "2 of 4"
    assert details["largest error"] == "5"


def test_a_large_array_takes_no_more_than_a_few_lines() -> None:
    with pytest.raises(Mismatch) as caught:
        assert_close(np.zeros((100, 100)), np.ones((100, 100)))
    assert caught.value.feedback.received.count("\n") <= 8


@pytest.mark.parametrize(
    "received",
    [
        np.array([b"\0" * 5_000_000, b"b"], dtype=object),
        [[np.zeros((3,) * 8)] * 40] * 25,
        [[b"\0" * 5_000_000] * 40] * 3,
    ],
    ids=["long text", "large arrays", "many long texts"],
)
def test_what_is_costly_to_write_out_is_not_written_out(received: Any) -> None:
    expected = np.array([b"a", b"b"], dtype=object)
    began = time.process_time()
    with pytest.raises(Mismatch) as caught:
        assert_close(received, expected)
    assert time.process_time() - began < 1.0
    said = caught.value.feedback
    assert len(str((said.message, said.received, said.details))) < 6_000


def test_a_gpu_has_tolerances_of_its_own() -> None:
    token = DEVICE.set("gpu")
    try:
        assert_close(F32([1.001]), F32([1.0]))
    finally:
        DEVICE.reset(token)
    with pytest.raises(Mismatch):
        assert_close(F32([1.001]), F32([1.0]))


def test_shapes_and_dtypes_can_be_demanded_alone() -> None:
    assert_shape(np.ones((2, 5)), (2, None))
    assert_dtype(np.ones(1, F32), "float32")
    with pytest.raises(Mismatch, match="shape"):
        assert_shape(np.ones((3, 5)), (2, None))
    with pytest.raises(Mismatch, match="dtype"):
        assert_dtype(np.ones(1), "float32")
