"""A plain value of any form goes in, a few lines that show it come out."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from functools import partial

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


def _rendered(value: Plain, room: int = _WIDTH, *, top: bool = False) -> str:
    """As `str` for an array on its own, else as `repr`; little more than fits `room`.

    An array of rank 8 with three items at each edge would be 1.7 million of them.
    """
    if isinstance(value, np.ndarray):
        with np.printoptions(
            threshold=24,
            edgeitems=3 if value.ndim < 3 else 1,
            linewidth=76,
            precision=6,
            formatter={"object": item},
        ):
            return str(value) if top else repr(value)
    if isinstance(value, list | tuple):
        left, right = "[]" if isinstance(value, list) else "()"
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        parts = (partial(_rendered, one) for one in value)
        return f"{left}{_joined(parts, len(value), room)}{comma}{right}"
    if isinstance(value, dict):
        parts = (partial(_pair, key, one) for key, one in value.items())
        return f"{{{_joined(parts, len(value), room)}}}"
    if isinstance(value, wire.Ragged | wire.Sparse):
        inner = (f"{n}={_rendered(getattr(value, n))}" for n in value.__slots__)
        return f"{type(value).__name__}({', '.join(inner)})"
    return repr(value[:_WIDTH] if isinstance(value, str | bytes) else value)


def _pair(key: Plain, value: Plain, room: int) -> str:
    return f"{_rendered(key)}: {_rendered(value, room)}"


def _joined(parts: Iterable[Callable[[int], str]], count: int, room: int) -> str:
    """As many of the parts as fit, each made only when there is room for it."""
    made: list[str] = []
    for part in itertools.islice(parts, _ITEMS):
        if room <= 0:
            break
        made.append(part(room))
        room -= len(made[-1]) + 2
    return ", ".join([*made, "…"] if len(made) < count else made)


def item(value: Plain) -> str:
    """Return one item of an array as text; of `bytes`, which may be long, a part."""
    return repr(value[:_WIDTH]) if isinstance(value, bytes) else str(value)


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
