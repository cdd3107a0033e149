"""A plain value of any form goes in, a few lines that show it come out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from grader import wire
from grader.records import Plain

_LINES = 8
_WIDTH = 400
_ITEMS = 40
"""Of a list or dict that are rendered."""


def describe(value: Plain) -> str:
    """Return what kind of value this is, in a few words."""
    if isinstance(value, np.ndarray):
        return f"an array of shape {shape_text(value.shape)}, {value.dtype.name}"
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}: {show(value)}"
    if isinstance(value, dict):
        keys = ", ".join(sorted(map(repr, value)))
        return _short(f"a dict with the keys {keys}")
    if isinstance(value, wire.Ragged | wire.Sparse):
        return f"a {type(value).__name__.lower()} tensor of {value.values.dtype.name}"
    return f"{kind(value)}: {show(value)}" if value is not None else "None"


def show(value: Plain) -> str:
    """Return a rendering of `value` of at most a few lines."""
    return _short(_rendered(value, top=True))


def _rendered(value: Plain, *, top: bool = False) -> str:
    """As `str` for an array on its own, else as `repr`; never much longer than shown.

    An array of rank 8 with three items at each edge would be 1.7 million of them.
    """
    if isinstance(value, np.ndarray):
        with np.printoptions(
            threshold=24,
            edgeitems=3 if value.ndim < 3 else 1,
            linewidth=76,
            precision=6,
        ):
            return str(value) if top else repr(value)
    if isinstance(value, list | tuple):
        inner = [_rendered(item) for item in value[:_ITEMS]]
        inner += ["…"] if len(value) > _ITEMS else []
        left, right = "[]" if isinstance(value, list) else "()"
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"{left}{', '.join(inner)}{comma}{right}"
    if isinstance(value, dict):
        inner = [
            f"{_rendered(key)}: {_rendered(item)}"
            for key, item in itertools.islice(value.items(), _ITEMS)
        ]
        inner += ["…"] if len(value) > _ITEMS else []
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, wire.Ragged | wire.Sparse):
        parts = (f"{n}={_rendered(getattr(value, n))}" for n in value.__slots__)
        return f"{type(value).__name__}({', '.join(parts)})"
    return repr(value[:_WIDTH] if isinstance(value, str | bytes) else value)


def worded(value: Plain) -> str:
    """Return text as it is, and any other value as `show` does; both bounded."""
    return _short(value) if isinstance(value, str) else show(value)


def kind(value: Plain) -> str:
    """Return the type of `value` with its article."""
    if value is None:
        return "None"
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def shape_text(shape: Sequence[int | None]) -> str:
    """Return `shape` as Python writes it, with "any" for None."""
    inner = ", ".join("any" if size is None else str(size) for size in shape)
    return f"({inner},)" if len(shape) == 1 else f"({inner})"


def _short(text: str) -> str:
    lines = text.splitlines()
    if len(lines) > _LINES:
        text = "\n".join([*lines[: _LINES - 1], "…"])
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
