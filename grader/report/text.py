r"""Untrusted text in; out comes text that no terminal and no reader is fooled by.

| in it                                     | shown as                              |
| ----------------------------------------- | ------------------------------------- |
| control characters but newline and tab    | `\x1b`                                |
| bidi overrides, zero width, private use   | `<U+202E>`                            |
| lone surrogates                           | `<U+D800>`                            |
| more than four combining marks in a row   | the fifth and later ones `<U+0301>`   |
| more than the limit                       | cut, and `…`                          |

This is no HTML escaping: templates do that on top, always.
"""

from __future__ import annotations

import unicodedata

LIMIT = 4_000
"""Code points of one text, unless the caller says otherwise."""
_MARKS = 4
_NAMED = frozenset({"Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that are shown by their number: they are invisible or lie."""


def safe(text: str, limit: int = LIMIT) -> str:
    """Return `text` made safe to show, at most `limit` code points of it.

    Doing it twice changes nothing more.
    """
    text = text[: limit + 1].replace("\r\n", "\n")
    if not (text.isascii() and text.isprintable()):
        text = _visible(unicodedata.normalize("NFC", text))
    return _cut(text, limit)


def line(text: str, limit: int = 200) -> str:
    r"""Return `text` made safe, on one line: newlines become `\n`, tabs spaces."""
    text = safe(text, limit).replace("\n", "\\n").replace("\t", " ")
    return _cut(text, limit)


def block(text: str, lines: int = 60, limit: int = LIMIT, width: int = 400) -> str:
    """Return `text` made safe, with the middle left out where it is too long.

    Beginning and end are kept: an error is mostly said last.
    """
    text = text.replace("\r\n", "\n").strip("\n")
    text = _middle_out(text, limit)
    rows = [_cut(row, width) for row in safe(text, limit * 8).split("\n")]
    if len(rows) <= lines:
        return "\n".join(rows)
    head = (lines - 1) // 2
    tail = lines - 1 - head
    left_out = f"… {len(rows) - head - tail} lines left out …"
    return "\n".join([*rows[:head], left_out, *rows[len(rows) - tail :]])


def prose(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a message at its backticks into (made safe, whether it is code)."""
    parts = safe(text).split("`")
    # An odd number of backticks: the last one opens nothing and is itself.
    if len(parts) % 2 == 0:
        parts[-2:] = ["`".join(parts[-2:])]
    return tuple((part, i % 2 == 1) for i, part in enumerate(parts) if part)


def _visible(text: str) -> str:
    shown: list[str] = []
    marks = 0
    for char in text:
        if char in "\n\t" or " " <= char <= "~":
            marks = 0
            shown.append(char)
            continue
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category == "Cc":
            shown.append(f"\\x{ord(char):02x}")
        elif category in _NAMED or marks > _MARKS:
            shown.append(f"<U+{ord(char):04X}>")
        else:
            shown.append(char)
    return "".join(shown)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _middle_out(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    half = limit // 2
    left_out = len(text) - 2 * half
    return f"{text[:half]}\n… {left_out} characters left out …\n{text[-half:]}"
