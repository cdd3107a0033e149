"""Plain values to bytes and back, bounded: the only thing that both sides share.

A frame is `magic, header length, blob length` (little-endian, 12 bytes), a JSON header
and the raw bytes of arrays. The header is `[value, [blob sizes]]`, a value is a list
that begins with its tag:

| value              | in the header                              | blobs            |
| ------------------ | ------------------------------------------ | ---------------- |
| `None`             | `["n"]`                                    |                  |
| `True`             | `["b", true]`                              |                  |
| `7`                | `["i", "7"]`                               |                  |
| `1.5`, `nan`       | `["f", "0x1.8p+0"]`, `["f", "nan"]`        |                  |
| `1 + 2j`           | `["c", "0x1p+0", "0x1p+1"]`                |                  |
| `"text"`           | `["s", "text"]`                            |                  |
| `b"bytes"`         | `["y"]`                                    | the bytes        |
| list, tuple        | `["l", [...]]`, `["t", [...]]`             |                  |
| dict               | `["d", [[key, value], ...]]`               |                  |
| `np.ndarray`       | `["a", "float32", [2, 3]]`                 | C order          |
| array of `bytes`   | `["z", [2], [3, 5]]` (shape, lengths)      | all concatenated |
| `Ragged`           | `["r", values, [splits, ...]]`             |                  |
| `Sparse`           | `["p", indices, values, dense_shape]`      |                  |

Blobs are used in the order in which the header mentions them. There is no pickle, no
`.npy` and no protobuf here: what is decoded may come from an enemy. Every size is
checked before anything of that size is read or made, and `decode` does nothing worse
with any bytes than raise `Refused`.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import ml_dtypes
import numpy as np

MAGIC = b"tfk1"
PREFIX = struct.Struct("<4sII")
"""Magic, bytes of the header, bytes of all blobs."""

DTYPES: dict[str, np.dtype[Any]] = {
    name: np.dtype(name)
    for name in (
        *("bool", "int8", "int16", "int32", "int64"),
        *("uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
} | {"bfloat16": np.dtype(ml_dtypes.bfloat16)}
_NAMES = {dtype: name for name, dtype in DTYPES.items()}


class WireError(ValueError):
    """A value or some bytes that the wire does not carry."""


class NotPlain(WireError):
    """A value is no plain data, or too much of it.

    Args:
        type_name: The type that is not plain, or what there is too much of.
        where: The way to it from the whole value, such as `["weights"][2]`.
    """

    def __init__(self, type_name: str, where: str) -> None:
        super().__init__(f"{type_name} at {where or 'the top'} is not plain data")
        self.type_name = type_name
        self.where = where


class Refused(WireError):
    """Bytes that are no frame within the budget."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What one frame may hold. Sizes are in bytes."""

    header: int = 1 << 20
    blobs: int = 16 << 20
    blob_count: int = 1_000
    items: int = 20_000
    depth: int = 16
    digits: int = 4_000
    rank: int = 8


BUDGET = Budget()


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """A ragged tensor: `values`, and int64 row splits, the outermost first."""

    values: np.ndarray[Any, Any]
    splits: tuple[np.ndarray[Any, Any], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """A sparse tensor: indices (n, rank) int64, values (n,), dense shape (rank,)."""

    indices: np.ndarray[Any, Any]
    values: np.ndarray[Any, Any]
    dense_shape: np.ndarray[Any, Any]


# --- encoding -----------------------------------------------------------------


def encode(value: Any, budget: Budget = BUDGET) -> bytes:
    """Return the frame of `value`.

    NumPy scalars become arrays of shape (). Types are taken exactly: a subclass of
    `list` or `np.ndarray` is not plain.

    Raises:
        NotPlain: A part of `value` is of another type, or there is too much of it.
    """
    encoder = _Encoder(budget)
    tree = encoder.tag(value, "", 0)
    sizes = [len(blob) for blob in encoder.blobs]
    header = json.dumps([tree, sizes], allow_nan=False, separators=(",", ":")).encode()
    if len(header) > budget.header:
        raise NotPlain(f"a value of more than {budget.header} bytes of text", "")
    return (
        PREFIX.pack(MAGIC, len(header), sum(sizes)) + header + b"".join(encoder.blobs)
    )


def digest(value: Any) -> str:
    """Return 32 hex digits that are equal for equal plain values.

    Raises:
        NotPlain: A part of `value` is not plain.
    """
    return hashlib.sha256(encode(value)).hexdigest()[:32]


def without_bytes(value: Any) -> Any:
    """Return a plain value with every `bytes` in it empty.

    `bytes` are files and graphs on their way from one process to another. They differ
    by times and names where nothing else does; what they are worth is seen in the
    process that gets them.
    """
    if isinstance(value, bytes):
        return b""
    if isinstance(value, list | tuple):
        return type(value)(map(without_bytes, value))
    if isinstance(value, dict):
        return {key: without_bytes(item) for key, item in value.items()}
    return value


class _Encoder:
    """Walks a value once, collecting blobs and counting against the budget."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.blobs: list[bytes] = []
        self.items = 0
        self.bytes = 0

    def tag(self, value: Any, where: str, depth: int) -> list[Any]:
        self.items += 1
        if self.items > self.budget.items:
            raise NotPlain(f"a value of more than {self.budget.items} items", "")
        if depth > self.budget.depth:
            raise NotPlain(f"a value nested more than {self.budget.depth} deep", "")
        kind = type(value)
        if kind in _SCALARS:
            return self.scalar(value, where)
        if kind is bytes:
            self.blob(value, where)
            return ["y"]
        if kind is list or kind is tuple:
            inner = [
                self.tag(item, f"{where}[{i}]", depth + 1)
                for i, item in enumerate(value)
            ]
            return ["l" if kind is list else "t", inner]
        if kind is dict:
            return ["d", [self.pair(k, v, where, depth) for k, v in value.items()]]
        if kind is np.ndarray or isinstance(value, np.generic):
            return self.array(np.asarray(value), where)
        if kind is Ragged:
            values = self.tag(value.values, f"{where}.values", depth + 1)
            splits = [
                self.tag(part, f"{where}.splits[{i}]", depth + 1)
                for i, part in enumerate(value.splits)
            ]
            return ["r", values, splits]
        if kind is Sparse:
            return ["p"] + [
                self.tag(getattr(value, name), f"{where}.{name}", depth + 1)
                for name in ("indices", "values", "dense_shape")
            ]
        raise NotPlain(_type_name(value), where)

    def scalar(self, value: Any, where: str) -> list[Any]:
        if value is None:
            return ["n"]
        if type(value) is bool:
            return ["b", value]
        if type(value) is int:
            # 3.3 bits a digit: refused before `str` spends quadratic time on it.
            if value.bit_length() > self.budget.digits * 3:
                raise NotPlain(f"int of {value.bit_length()} bits", where)
            return ["i", str(value)]
        if type(value) is float:
            return ["f", _float_text(value)]
        if type(value) is complex:
            return ["c", _float_text(value.real), _float_text(value.imag)]
        try:
            value.encode()
        except UnicodeEncodeError:
            raise NotPlain("text with a lone surrogate", where) from None
        return ["s", value]

    def pair(self, key: Any, value: Any, where: str, depth: int) -> list[Any]:
        if type(key) not in _KEYS:
            raise NotPlain(f"a dict key of type {_type_name(key)}", where)
        if not _is_short(key):
            raise NotPlain(f"a dict key of {key.bit_length()} bits", where)
        inner = f"{where}[{_short(key)}]"
        return [self.scalar(key, inner), self.tag(value, inner, depth + 1)]

    def array(self, array: np.ndarray[Any, Any], where: str) -> list[Any]:
        if array.ndim > self.budget.rank:
            raise NotPlain(f"array of {array.ndim} dimensions", where)
        shape = list(array.shape)
        if not array.size and _extent(array.shape) > self.budget.blobs:
            raise NotPlain(f"empty array of shape {array.shape}", where)
        if array.dtype == object:
            return self.strings(array, shape, where)
        name = _NAMES.get(array.dtype.newbyteorder("="))
        if name is None:
            raise NotPlain(f"array of dtype {array.dtype}", where)
        little = array.astype(DTYPES[name].newbyteorder("<"), order="C")
        self.blob(little.tobytes(), where)
        return ["a", name, shape]

    def strings(
        self, array: np.ndarray[Any, Any], shape: list[int], where: str
    ) -> list[Any]:
        parts = list(array.flat)
        if any(type(part) is not bytes for part in parts):
            raise NotPlain("array of dtype object", where)
        self.items += len(parts)
        if self.items > self.budget.items:
            raise NotPlain(f"a value of more than {self.budget.items} items", "")
        self.blob(b"".join(parts), where)
        return ["z", shape, [len(part) for part in parts]]

    def blob(self, data: bytes, where: str) -> None:
        self.bytes += len(data)
        if self.bytes > self.budget.blobs:
            raise NotPlain(f"a value of more than {self.budget.blobs} bytes", where)
        if len(self.blobs) == self.budget.blob_count:
            raise NotPlain(
                f"a value of more than {self.budget.blob_count} arrays", where
            )
        self.blobs.append(data)


_SCALARS = (type(None), bool, int, float, complex, str)
_KEYS = (type(None), bool, int, str)
_KEY_BITS = 63
"""Of longer integers, thousands can be chosen whose hashes are one and the same."""


def _is_short(key: Any) -> bool:
    return type(key) is not int or key.bit_length() <= _KEY_BITS


def _float_text(value: float) -> str:
    return value.hex() if math.isfinite(value) else repr(value)


def _type_name(value: Any) -> str:
    """The type's name, taken from the type alone: an object's own word is not asked."""
    kind = type(value)
    name = f"{type.__getattribute__(kind, '__module__')}.{kind.__qualname__}"
    return name.removeprefix("builtins.")[:80]


def _short(key: Any) -> str:
    return repr(key) if len(repr(key)) <= 40 else repr(key)[:40] + "…"


# --- decoding -----------------------------------------------------------------


def decode(frame: bytes, budget: Budget = BUDGET) -> Any:
    """Return the value of `frame`; arrays are read-only.

    Raises:
        Refused: `frame` is anything but one whole frame within the budget.
    """
    if len(frame) < PREFIX.size:
        raise Refused("shorter than a frame's prefix")
    header_size, blob_size = sizes(frame[: PREFIX.size], budget)
    if len(frame) != PREFIX.size + header_size + blob_size:
        raise Refused("length differs from the prefix")
    start = PREFIX.size + header_size
    return _decode(frame[PREFIX.size : start], memoryview(frame)[start:], budget)


def receive(read: Callable[[int], bytes], budget: Budget = BUDGET) -> Any:
    """Read one frame through `read(n)`, which returns exactly n bytes or raises.

    Raises:
        Refused: What comes is no frame within the budget; nothing past the refused
            part has been read.
    """
    header_size, blob_size = sizes(read(PREFIX.size), budget)
    header = read(header_size)
    return _decode(header, memoryview(read(blob_size)), budget)


def sizes(prefix: bytes, budget: Budget = BUDGET) -> tuple[int, int]:
    """Return the sizes of header and blobs that a frame's 12-byte prefix announces.

    Raises:
        Refused: Wrong magic, or more than the budget.
    """
    magic, header_size, blob_size = PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise Refused("wrong magic")
    if header_size > budget.header or blob_size > budget.blobs:
        raise Refused("larger than the budget")
    return header_size, blob_size


def _decode(header: bytes, blobs: memoryview, budget: Budget) -> Any:
    try:
        # `strict` JSON in UTF-8; objects, NaN and floats have no place in a header.
        parsed = json.loads(
            header.decode("utf-8"),
            parse_float=_refuse,
            parse_constant=_refuse,
            object_pairs_hook=_refuse,
        )
    except (ValueError, RecursionError) as error:
        raise Refused(f"header is not JSON of ours: {type(error).__name__}") from None
    if not _is_list(parsed, 2) or not _is_list(parsed[1]):
        raise Refused("header is not [value, sizes]")
    decoder = _Decoder(budget, _split(parsed[1], blobs, budget))
    value = decoder.value(parsed[0], 0)
    if next(decoder.blobs, None) is not None:
        raise Refused("more blobs than values that use them")
    return value


def _refuse(found: Any) -> Any:
    raise ValueError(f"unexpected {type(found).__name__}")


def _split(
    lengths: list[Any], blobs: memoryview, budget: Budget
) -> Iterator[memoryview]:
    if len(lengths) > budget.blob_count or not all(map(_is_size, lengths)):
        raise Refused("bad blob sizes")
    if sum(lengths) != len(blobs):
        raise Refused("blob sizes do not add up")
    ends = np.cumsum([0, *lengths]).tolist()
    return (blobs[start:end] for start, end in itertools.pairwise(ends))


def _is_size(found: Any) -> bool:
    return type(found) is int and 0 <= found < 1 << 40


def _is_list(found: Any, length: int | None = None) -> bool:
    return type(found) is list and (length is None or len(found) == length)


class _Decoder:
    """Walks a header's tree once; every shape of it that is not ours is refused."""

    def __init__(self, budget: Budget, blobs: Iterator[memoryview]) -> None:
        self.budget = budget
        self.blobs = blobs
        self.items = 0

    def value(self, node: Any, depth: int) -> Any:
        self.items += 1
        if self.items > self.budget.items or depth > self.budget.depth:
            raise Refused("too many items, or nested too deep")
        if not _is_list(node) or not node or type(node[0]) is not str:
            raise Refused("a value is no tagged list")
        tag, *rest = node
        match tag, rest:
            case "n", []:
                return None
            case "b", [bool(flag)]:
                return flag
            case "i", [str(text)]:
                return self.integer(text)
            case "f", [str(text)]:
                return _float(text)
            case "c", [str(real), str(imaginary)]:
                return complex(_float(real), _float(imaginary))
            case "s", [str(text)]:
                return _text(text)
            case "y", []:
                return bytes(self.blob())
            case "l", [list(inner)]:
                return [self.value(item, depth + 1) for item in inner]
            case "t", [list(inner)]:
                return tuple(self.value(item, depth + 1) for item in inner)
            case "d", [list(pairs)]:
                return self.mapping(pairs, depth)
            case "a", [str(name), list(shape)]:
                return self.array(name, self.shape(shape))
            case "z", [list(shape), list(lengths)]:
                return self.strings(self.shape(shape), lengths)
            case "r", [values, list(splits)]:
                return self.ragged(values, splits, depth)
            case "p", [indices, values, dense_shape]:
                return self.sparse(indices, values, dense_shape, depth)
        raise Refused("an unknown tag, or wrong parts behind it")

    def integer(self, text: str) -> int:
        digits = text.removeprefix("-")
        plain = digits.isascii() and digits.isdigit()
        if not plain or len(digits) > self.budget.digits:
            raise Refused("not a decimal integer")
        return int(text)

    def mapping(self, pairs: list[Any], depth: int) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        seen: set[tuple[type, Any]] = set()
        for pair in pairs:
            if not _is_list(pair, 2):
                raise Refused("a dict's item is no pair")
            key = self.value(pair[0], depth + 1)
            if type(key) not in _KEYS or not _is_short(key):
                raise Refused("a dict key of a wrong type, or too long")
            if (type(key), key) in seen or key in result:
                raise Refused("a dict key twice")
            seen.add((type(key), key))
            result[key] = self.value(pair[1], depth + 1)
        return result

    def shape(self, sizes: list[Any]) -> tuple[int, ...]:
        if len(sizes) > self.budget.rank or not all(map(_is_size, sizes)):
            raise Refused("a bad shape")
        if _extent(tuple(sizes)) > self.budget.blobs:
            raise Refused("a shape of too many items")
        return tuple(sizes)

    def array(self, name: str, shape: tuple[int, ...]) -> np.ndarray[Any, Any]:
        dtype = DTYPES.get(name)
        if dtype is None:
            raise Refused("a dtype that is not carried")
        blob = self.blob()
        # Python integers: a product that overflows an int64 cannot slip through.
        if math.prod(shape) * dtype.itemsize != len(blob):
            raise Refused("an array's bytes do not fit its shape")
        little = np.frombuffer(blob, dtype=dtype.newbyteorder("<"))
        flat = little.astype(dtype, copy=False)
        if name == "bool" and (np.frombuffer(blob, np.uint8) > 1).any():
            raise Refused("a bool that is neither 0 nor 1")
        array = _reshape(flat, shape)
        array.flags.writeable = False
        return array

    def strings(
        self, shape: tuple[int, ...], lengths: list[Any]
    ) -> np.ndarray[Any, Any]:
        blob = self.blob()
        self.items += len(lengths)
        if self.items > self.budget.items or not all(map(_is_size, lengths)):
            raise Refused("bad string lengths")
        if math.prod(shape) != len(lengths) or sum(lengths) != len(blob):
            raise Refused("string lengths do not add up")
        flat = np.empty(len(lengths), dtype=object)
        start = 0
        for i, length in enumerate(lengths):
            flat[i] = bytes(blob[start : start + length])
            start += length
        array = _reshape(flat, shape)
        array.flags.writeable = False
        return array

    def ragged(self, values: Any, splits: list[Any], depth: int) -> Ragged:
        inner = self.value(values, depth + 1)
        rows = tuple(self.value(part, depth + 1) for part in splits)
        if type(inner) is not np.ndarray or inner.ndim < 1 or not rows:
            raise Refused("a ragged value without values or splits")
        inner_rows = [len(part) - 1 for part in rows[1:] if _is_vector(part)]
        lengths = [*inner_rows, len(inner)]
        for part, length in zip(rows, lengths, strict=False):
            if not _is_vector(part) or len(part) == 0:
                raise Refused("row splits are no int64 vector")
            rising = bool((np.diff(part) >= 0).all())
            if part[0] != 0 or part[-1] != length or not rising:
                raise Refused("row splits do not fit")
        if len(lengths) != len(rows):
            raise Refused("row splits are no int64 vector")
        return Ragged(inner, rows)

    def sparse(self, indices: Any, values: Any, shape: Any, depth: int) -> Sparse:
        parts = [self.value(part, depth + 1) for part in (indices, values, shape)]
        if any(type(part) is not np.ndarray for part in parts):
            raise Refused("a sparse value without arrays")
        where, inner, size = parts
        fits = (
            _is_vector(size)
            and where.dtype == np.int64
            and inner.ndim == 1
            and where.shape == (len(inner), len(size))
            and bool((size >= 0).all())
            and bool((where >= 0).all())
            and bool((where < size).all())
        )
        if not fits:
            raise Refused("sparse indices, values and shape do not fit")
        return Sparse(where, inner, size)

    def blob(self) -> memoryview:
        blob = next(self.blobs, None)
        if blob is None:
            raise Refused("fewer blobs than values that need them")
        return blob


def _extent(shape: tuple[int, ...]) -> int:
    """The most items that a sum over some axes has: of (0, 10**9), so many."""
    return math.prod(size for size in shape if size)


def _reshape(
    flat: np.ndarray[Any, Any], shape: tuple[int, ...]
) -> np.ndarray[Any, Any]:
    try:
        return flat.reshape(shape)
    except (ValueError, OverflowError):
        # A zero beside a number that no array can have.
        raise Refused("a shape that no array can have") from None


def _is_vector(found: Any) -> bool:
    return type(found) is np.ndarray and found.ndim == 1 and found.dtype == np.int64


def _float(text: str) -> float:
    if text in ("nan", "inf", "-inf"):
        return float(text)
    try:
        value = float.fromhex(text)
    except (ValueError, OverflowError):
        raise Refused("not a hexadecimal float") from None
    if value.hex() != text:
        raise Refused("a float that is not written as we write it")
    return value


def _text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused("text with a lone surrogate") from None
    return text
