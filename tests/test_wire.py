"""The wire carries plain values unchanged, and does nothing with other bytes."""

from __future__ import annotations

import json
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader import wire


def frame(header: Any, blobs: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return wire.PREFIX.pack(wire.MAGIC, len(text), len(blobs)) + text + blobs


def same(left: Any, right: Any) -> bool:
    """Equality with exact types, in which NaN equals NaN and -0.0 is not 0.0."""
    if type(left) is not type(right):
        return False
    if isinstance(left, np.ndarray):
        if left.dtype == object:
            return left.shape == right.shape and left.tolist() == right.tolist()
        return (
            left.shape == right.shape
            and left.dtype == right.dtype
            and left.tobytes() == right.tobytes()
        )
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return list(left) == list(right) and all(same(left[k], right[k]) for k in left)
    if isinstance(left, float | complex):
        return repr(left) == repr(right)
    return bool(left == right)


numbers = st.one_of(
    st.integers(min_value=-(10**300), max_value=10**300),
    st.floats(allow_nan=True),
    st.complex_numbers(allow_nan=False),
)
texts = st.text(st.characters(exclude_categories=["Cs"]))
arrays = st.sampled_from(sorted(wire.DTYPES)).flatmap(
    lambda name: hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4).map(
        lambda shape: (
            np.arange(np.prod(shape, dtype=int))
            .reshape(shape)
            .astype(wire.DTYPES[name])
        )
    )
)
strings = st.lists(st.binary(max_size=5), max_size=5).map(
    lambda parts: np.array([*parts, None], dtype=object)[:-1]
)
scalars = st.one_of(st.none(), st.booleans(), numbers, texts, st.binary())
keys = st.one_of(texts, st.integers(min_value=2, max_value=10**6), st.none())
values = st.recursive(
    st.one_of(scalars, arrays, strings),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(keys, inner, max_size=4),
    ),
    max_leaves=12,
)


@given(values)
def test_what_is_encoded_decodes_to_the_same(value: Any) -> None:
    assert same(wire.decode(wire.encode(value)), value)


@given(values)
def test_equal_values_have_equal_digests(value: Any) -> None:
    assert wire.digest(value) == wire.digest(wire.decode(wire.encode(value)))


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(wire.Refused):
        wire.decode(data)


json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=4),
        st.sampled_from(list("nbifcsyltdazrp")),
        st.sampled_from(sorted(wire.DTYPES)),
    ),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=400)
@given(json_values, st.lists(st.integers(0, 9), max_size=3), st.binary(max_size=16))
def test_a_forged_header_is_refused_or_read(
    tree: Any, lengths: list[int], blob: bytes
) -> None:
    try:
        wire.decode(frame([tree, lengths], blob))
    except wire.Refused:
        pass


@given(values, st.data())
def test_a_damaged_frame_is_refused_or_read(value: Any, data: st.DataObject) -> None:
    whole = bytearray(wire.encode(value))
    index = data.draw(st.integers(0, len(whole) - 1))
    whole[index] ^= data.draw(st.integers(1, 255))
    try:
        wire.decode(bytes(whole))
    except wire.Refused:
        pass


@pytest.mark.parametrize(
    ("header", "blobs"),
    [
        ([["i", "9" * 5000], []], b""),
        ([["i", "1_000"], []], b""),
        ([["i", "\u0661"], []], b""),
        ([["f", "1.5"], []], b""),
        ([["b", 1], []], b""),
        ([["s", "\ud800"], []], b""),
        ([["a", "object", [1]], [8]], b"12345678"),
        ([["a", "float32", [2]], [4]], b"1234"),
        ([["a", "bool", [1]], [1]], b"\x02"),
        ([["a", "float32", [0, 1 << 39, 1 << 39]], [0]], b""),
        ([["a", "float32", [-1, -1]], [4]], b"1234"),
        ([["a", "float32", [1]], [4, 4]], b"12341234"),
        ([["y"], []], b""),
        ([["d", [[["s", "a"], ["n"]], [["s", "a"], ["n"]]]], []], b""),
        ([["d", [[["i", "1"], ["n"]], [["b", True], ["n"]]]], []], b""),
        ([["d", [[["l", []], ["n"]]]], []], b""),
        ([["d", [[["i", str(1 << 64)], ["n"]]]], []], b""),
        ({"value": 1}, b""),
        (b"[[" * 100_000, b""),
        (b'[["f", NaN], []]', b""),
    ],
)
def test_hostile_headers_are_refused(header: Any, blobs: bytes) -> None:
    with pytest.raises(wire.Refused):
        wire.decode(frame(header, blobs))


def test_an_empty_array_whose_sums_are_huge_is_not_carried() -> None:
    with pytest.raises(wire.NotPlain, match="empty array"):
        wire.encode(np.zeros((0, 1 << 30), np.float32))
    with pytest.raises(wire.Refused):
        wire.decode(frame([["a", "float32", [0, 1 << 30]], [0]]))


@pytest.mark.parametrize(
    ("splits", "length"), [([1, 3], 3), ([0, 2], 3), ([0, 3, 2, 3], 3), ([], 0)]
)
def test_row_splits_that_do_not_fit_are_refused(splits: list[int], length: int) -> None:
    ragged = wire.Ragged(np.zeros(length), (np.array(splits, dtype=np.int64),))
    with pytest.raises(wire.Refused):
        wire.decode(wire.encode(ragged))


def test_ragged_and_sparse_values_keep_their_parts() -> None:
    splits = (np.array([0, 1, 2]), np.array([0, 2, 3]))
    ragged = wire.decode(wire.encode(wire.Ragged(np.arange(3.0), splits)))
    assert same(ragged.values, np.arange(3.0))
    assert all(map(same, ragged.splits, splits))
    parts = np.array([[0, 1]]), np.array([2.0]), np.array([2, 2])
    sparse = wire.decode(wire.encode(wire.Sparse(*parts)))
    assert same(sparse.indices, parts[0])
    assert same(sparse.dense_shape, parts[2])


def test_bfloat16_keeps_its_dtype() -> None:
    array = np.array([1.5, -2.0], dtype=ml_dtypes.bfloat16)
    assert same(wire.decode(wire.encode(array)), array)


def test_decoded_arrays_are_read_only() -> None:
    array = wire.decode(wire.encode(np.zeros(3)))
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1


class Sly(list):  # type: ignore[type-arg]
    """A subclass that would be asked if types were not taken exactly."""

    def __iter__(self) -> Any:
        raise SystemExit


@pytest.mark.parametrize(
    ("value", "named", "where"),
    [
        ({"weights": [1, lambda: 0]}, "function", "['weights'][1]"),
        ([Sly()], "Sly", "[0]"),
        (np.ma.masked_array([1.0]), "MaskedArray", ""),
        (np.array([object()]), "dtype object", ""),
        (np.array(["a"]), "dtype <U1", ""),
        ({1.5: 0}, "dict key of type float", ""),
        ({1 << 10**7: 0}, "dict key of 10000001 bits", ""),
        ([1 << 10**6], "int of 1000001 bits", "[0]"),
        ("\ud800", "surrogate", ""),
    ],
)
def test_what_is_not_plain_is_named_with_its_place(
    value: Any, named: str, where: str
) -> None:
    with pytest.raises(wire.NotPlain) as caught:
        wire.encode(value)
    assert named in caught.value.type_name
    assert caught.value.where == where


def test_a_list_in_itself_is_not_plain() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(wire.NotPlain, match="nested more than 16 deep"):
        wire.encode(loop)


def test_an_announced_giant_is_refused_before_it_is_read() -> None:
    asked: list[int] = []

    def read(size: int) -> bytes:
        asked.append(size)
        return wire.PREFIX.pack(wire.MAGIC, 1 << 31, 1 << 31)[:size]

    with pytest.raises(wire.Refused, match="budget"):
        wire.receive(read)
    assert asked == [wire.PREFIX.size]
