"""Comparisons for checks: a student's value goes in, a message that teaches comes out.

Every helper raises `Mismatch` with a `Feedback` or returns None. A student's value is
plain data, but of any form: no helper fails in another way because of it.

| call                                        | passes for                            |
| ------------------------------------------- | ------------------------------------- |
| `assert_close(x, expected)`                 | same shape, dtype, values within `tol` |
| `assert_close(x, expected, dtype=False)`    | as above, any dtype                   |
| `assert_equal(x, expected)`                 | same type, shape, dtype and values    |
| `assert_shape(x, (2, None))`                | an array of rank 2 with 2 rows        |
| `assert_dtype(x, "float32")`                | an array of that dtype                |
| `assert_that(ok, "why not")`                | `ok` is true                          |

A number compares with an array of shape (). Lists and tuples compare item by item, and
dicts key by key.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any, NoReturn

import numpy as np

from grader import wire
from grader.judge.rendering import describe, item, kind, shape_text, show, worded
from grader.records import Feedback, Plain

TOLERANCES: dict[str, float] = {
    "float64": 1e-11,
    "complex128": 1e-11,
    "float32": 1e-5,
    "complex64": 1e-5,
    "float16": 2e-3,
    "bfloat16": 2e-2,
}
"""|a - b| <= tol * (|b| + 1), by the expected dtype, on a CPU."""
GPU_TOLERANCES = TOLERANCES | {"float32": 2e-3, "complex64": 2e-3}
"""A GPU may round the factors of a product to TensorFloat-32 (10 bits of mantissa)."""


class Mismatch(AssertionError):
    """A student's value is not what the statement promises.

    Args:
        feedback: What to say about it.
    """

    def __init__(self, feedback: Feedback) -> None:
        super().__init__(feedback.message)
        self.feedback = feedback


def assert_close(
    received: Plain,
    expected: Plain,
    *,
    tol: float | None = None,
    dtype: bool = True,
    what: str = "The value",
) -> None:
    """Compare numbers, arrays and structures of them within a tolerance.

    NaN equals NaN only where NaN is expected; shape and dtype come before values.

    Args:
        received: The student's.
        expected: The reference's.
        tol: As in `TOLERANCES`; by default that of the expected dtype.
        dtype: Whether the dtype of arrays must be the same.
        what: The subject of the message, such as "The gradient".
    """
    _compare(received, expected, _Rule(tol=tol, dtype=dtype), what)


def assert_equal(received: Plain, expected: Plain, *, what: str = "The value") -> None:
    """Compare exactly: types, shapes, dtypes and values."""
    _compare(received, expected, _Rule(tol=0.0, dtype=True), what)


def assert_shape(
    received: Plain, shape: Sequence[int | None], *, what: str = "The value"
) -> None:
    """Demand an array of `shape`; None stands for any size."""
    array = _array(received, what)
    fits = len(shape) == array.ndim and all(
        size is None or size == found
        for size, found in zip(shape, array.shape, strict=True)
    )
    if not fits:
        _fail(
            f"{what} has another shape than it should.",
            expected=f"shape {shape_text(shape)}",
            received=f"shape {shape_text(array.shape)}",
        )


def assert_dtype(received: Plain, dtype: str, *, what: str = "The value") -> None:
    """Demand an array of `dtype`."""
    array = _array(received, what)
    if array.dtype.name != dtype:
        _fail(
            f"{what} has another dtype than it should.",
            expected=f"dtype {dtype}",
            received=f"dtype {array.dtype.name}",
        )


def assert_that(
    condition: bool, message: str, *, expected: Plain = "", received: Plain = ""
) -> None:
    """Demand a condition, with a message of the check's own.

    What was expected and received is shown as it is where it is text.
    """
    if not condition:
        _fail(worded(message), expected=worded(expected), received=worded(received))


# --- comparing ----------------------------------------------------------------


class _Rule:
    """How strictly to compare."""

    def __init__(self, *, tol: float | None, dtype: bool) -> None:
        self.tol = tol
        self.dtype = dtype

    def tolerance(self, dtype: np.dtype[Any]) -> float:
        if self.tol is not None:
            return self.tol
        table = GPU_TOLERANCES if DEVICE.get() == "gpu" else TOLERANCES
        return table.get(dtype.name, 0.0)


DEVICE: ContextVar[str] = ContextVar("device", default="cpu")
"""What the observations of this session were made on: it sets the tolerances."""


def _compare(received: Plain, expected: Plain, rule: _Rule, what: str) -> None:
    if isinstance(expected, list | tuple):
        _compare_sequences(received, expected, rule, what)
    elif isinstance(expected, dict):
        _compare_dicts(received, expected, rule, what)
    elif isinstance(expected, wire.Ragged | wire.Sparse):
        _compare_parts(received, expected, rule, what)
    elif isinstance(expected, np.ndarray):
        _compare_arrays(_array(received, what, expected), expected, rule, what)
    elif isinstance(expected, bool) or not isinstance(expected, int | float | complex):
        _compare_exactly(received, expected, what)
    else:
        _compare_numbers(received, expected, rule, what)


def _compare_sequences(
    received: Plain, expected: list[Any] | tuple[Any, ...], rule: _Rule, what: str
) -> None:
    if not isinstance(received, list | tuple) or len(received) != len(expected):
        _fail(
            f"{what} has another form than it should.",
            expected=f"a {type(expected).__name__} of {len(expected)}",
            received=describe(received),
        )
    for index, (got, wanted) in enumerate(zip(received, expected, strict=True)):
        _compare(got, wanted, rule, f"{what} [{index}]")


def _compare_dicts(
    received: Plain, expected: dict[Any, Any], rule: _Rule, what: str
) -> None:
    if not isinstance(received, dict) or set(received) != set(expected):
        keys = sorted(map(repr, expected))
        _fail(
            f"{what} has other keys than it should.",
            expected=f"a dict with the keys {', '.join(keys)}",
            received=describe(received),
        )
    for key, wanted in expected.items():
        _compare(received[key], wanted, rule, f"{what} [{key!r}]")


def _compare_parts(
    received: Plain, expected: wire.Ragged | wire.Sparse, rule: _Rule, what: str
) -> None:
    if type(received) is not type(expected):
        _fail(
            f"{what} has another form than it should.",
            expected=describe(expected),
            received=describe(received),
        )
    for name in type(expected).__slots__:
        _compare(
            getattr(received, name), getattr(expected, name), rule, f"{what} ({name})"
        )


def _compare_exactly(received: Plain, expected: Plain, what: str) -> None:
    if isinstance(received, np.ndarray) and received.ndim == 0:
        received = received.item()
    if type(received) is not type(expected) or received != expected:
        _fail(
            f"{what} is not what it should be.",
            expected=show(expected),
            received=show(received),
        )


def _compare_numbers(
    received: Plain, expected: complex, rule: _Rule, what: str
) -> None:
    array = _array(received, what, np.asarray(expected))
    if array.dtype == bool:
        _fail(
            f"{what} is not what it should be.",
            expected=show(expected),
            received=show(array.item() if array.ndim == 0 else array),
        )
    loose = _Rule(tol=rule.tol, dtype=False)
    if isinstance(received, np.ndarray) and rule.tol is None:
        # A number of the check's own against a float32: that dtype sets the tolerance.
        # A lower one does not, or an answer could choose to be judged mildly.
        single = rule.tolerance(np.dtype(np.float32))
        loose = _Rule(tol=min(rule.tolerance(array.dtype), single), dtype=False)
    _compare_arrays(array, np.asarray(expected), loose, what)


def _compare_arrays(
    received: np.ndarray[Any, Any],
    expected: np.ndarray[Any, Any],
    rule: _Rule,
    what: str,
) -> None:
    if received.shape != expected.shape:
        _fail(
            f"{what} has another shape than it should.",
            expected=f"shape {shape_text(expected.shape)}",
            received=f"shape {shape_text(received.shape)}",
        )
    if rule.dtype and received.dtype != expected.dtype:
        _fail(
            f"{what} has another dtype than it should.",
            expected=f"dtype {expected.dtype.name}",
            received=f"dtype {received.dtype.name}",
        )
    wrong = _wrong(received, expected, rule)
    if wrong.any():
        _fail_values(received, expected, wrong, what)


def _wrong(
    received: np.ndarray[Any, Any], expected: np.ndarray[Any, Any], rule: _Rule
) -> np.ndarray[Any, Any]:
    """Where the values differ, as a bool array of the common shape."""
    if object in (received.dtype, expected.dtype) or expected.dtype.kind in "biu":
        return np.asarray(received != expected)
    got, wanted = _wide(received), _wide(expected)
    tol = rule.tolerance(expected.dtype)
    with np.errstate(all="ignore"):
        near = np.abs(got - wanted) <= tol * (np.abs(wanted) + 1)
    same = (got == wanted) | (np.isnan(got) & np.isnan(wanted))
    return np.asarray(~(same | (near & np.isfinite(wanted))))


def _floats(array: np.ndarray[Any, Any]) -> bool:
    return array.dtype.kind in "fc" or array.dtype.name == "bfloat16"


def _wide(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)


def _fail_values(
    received: np.ndarray[Any, Any],
    expected: np.ndarray[Any, Any],
    wrong: np.ndarray[Any, Any],
    what: str,
) -> NoReturn:
    details = []
    if expected.size > 1:
        first = tuple(int(i) for i in np.unravel_index(wrong.argmax(), wrong.shape))
        at = f"{item(received[first])} where {item(expected[first])} is expected"
        details.append(("first difference", f"at {list(first)}: {at}"))
        details.append(("how many differ", f"{int(wrong.sum())} of {wrong.size}"))
    if _floats(received) and not np.isfinite(_wide(received)).all():
        count = int((~np.isfinite(_wide(received))).sum())
        details.append(("not finite", f"{count} of {received.size} (NaN or infinite)"))
    elif object not in (received.dtype, expected.dtype):
        with np.errstate(all="ignore"):
            error = np.abs(_wide(received) - _wide(expected))
        known = error[~np.isnan(error)]
        if known.size:
            details.append(("largest error", f"{float(known.max()):.3g}"))
    details.append(("shape, dtype", f"{shape_text(expected.shape)} {expected.dtype}"))
    raise Mismatch(
        Feedback(
            message=f"{what} is not what it should be.",
            expected=show(expected),
            received=show(received),
            details=tuple(details),
        )
    )


def _array(
    received: Plain, what: str, expected: np.ndarray[Any, Any] | None = None
) -> np.ndarray[Any, Any]:
    """The student's value as an array, where it is one or a number."""
    if isinstance(received, np.ndarray):
        return received
    number = isinstance(received, int | float | complex)
    if number and (expected is None or expected.ndim == 0):
        dtype = None if expected is None else expected.dtype
        try:
            own = np.result_type(received)
            fits = dtype is not None and np.can_cast(own, dtype, "same_kind")
            return np.asarray(received, dtype=dtype if fits else None)
        except (OverflowError, TypeError):
            pass
    wanted = "a tensor or array"
    if expected is not None:
        wanted += f" of shape {shape_text(expected.shape)}, {expected.dtype.name}"
    _fail(
        f"{what} is {kind(received)}, and a tensor is expected.",
        expected=wanted,
        received=describe(received),
    )


def _fail(message: str, *, expected: str = "", received: str = "") -> NoReturn:
    raise Mismatch(Feedback(message=message, expected=expected, received=received))
