"""Names that strangers chose go in, names that are safe to show and sort come out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_LENGTH = 80
_TAIL = 19
_RAW = 1_000
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{4})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


def safe(name: str) -> str:
    r"""Return `name` in NFC, without control or direction characters, at most 80 long.

    A longer name loses its middle, since its end tells a file's kind.

    | name              | gives            |
    | ----------------- | ---------------- |
    | `"Jün Ōta "`      | `"Jün Ōta"`      |
    | `"a\x1b[2Jb"`     | `"a[2Jb"`        |
    | `"\u202ecod.py"`  | `"cod.py"`       |
    | `""`              | `"nameless"`     |
    """
    if len(name) > _RAW:
        # To compose a flood of marks takes the square of its length.
        name = name[: _RAW // 2] + name[-_RAW // 2 :]
    shown = "".join(
        " " if letter.isspace() else letter
        for letter in name
        if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    # Composed last: what stood between a letter and its mark is gone by now.
    tidy = " ".join(_MARKS.sub(r"\1", unicodedata.normalize("NFC", shown)).split())
    if len(tidy) > _LENGTH:
        head = tidy[: _LENGTH - _TAIL - 1].rstrip()
        tidy = unicodedata.normalize("NFC", f"{head}…{tidy[-_TAIL:].lstrip()}")
    return tidy or "nameless"


def distinct(raw: Iterable[str]) -> dict[str, str]:
    """Return a safe name for each raw one, no two alike.

    Names may differ by what cannot be shown alone; such get a number, so that one
    student's file never passes for another's.
    """
    shown: dict[str, str] = {}
    used: set[str] = set()
    numbers: Counter[str] = Counter()
    for name in sorted(set(raw)):
        plain = label = safe(name)
        while label in used:
            numbers[plain] += 1
            label = f"{plain} #{numbers[plain] + 1}"
        used.add(label)
        shown[name] = label
    return shown
