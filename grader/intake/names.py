"""Names that strangers chose go in, names that are safe to show and sort come out."""

from __future__ import annotations

import unicodedata

_LENGTH = 80


def safe(name: str) -> str:
    r"""Return `name` in NFC, without control or direction characters, at most 80 long.

    | name              | gives            |
    | ----------------- | ---------------- |
    | `"Jün Ōta "`      | `"Jün Ōta"`      |
    | `"a\x1b[2Jb"`     | `"a[2Jb"`        |
    | `"\u202ecod.py"`  | `"cod.py"`       |
    | `""`              | `"nameless"`     |
    """
    composed = unicodedata.normalize("NFC", name)
    shown = "".join(
        letter for letter in composed if unicodedata.category(letter)[0] != "C"
    )
    return " ".join(shown.split())[:_LENGTH] or "nameless"
