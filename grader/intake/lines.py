"""Text with any line ends goes in, text of countable lines comes out."""

from __future__ import annotations

import re
import unicodedata

_MARKS = 64


def plain(text: str) -> str:
    r"""Return `text` with `\n` as its only line end.

    Python, `str.splitlines` and editors disagree about a form feed, U+2028 and the
    like; each becomes a space.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # To Python, a form feed within an indent begins that indent anew.
    text = re.sub("^[ \t\f]*\f", "", text, flags=re.MULTILINE)
    return re.sub("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", " ", text)


def flooded(text: str) -> bool:
    """Whether some letter bears so many marks that to compose it takes minutes.

    Python composes names while it parses, in time that is the square of their marks.
    """
    run = 0
    # Most lines are ASCII, and need no look at each letter.
    for line in text.splitlines():
        if line.isascii():
            run = 0
            continue
        for letter in line:
            run = run + 1 if unicodedata.combining(letter) else 0
            if run > _MARKS:
                return True
    return False
