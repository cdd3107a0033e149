"""Text with any line ends goes in, text of countable lines comes out."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    r"""Return `text` with `\n` as its only line end.

    Python, `str.splitlines` and editors disagree about a form feed, U+2028 and the
    like; each becomes a space.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # To Python, a form feed within an indent begins that indent anew.
    text = re.sub("^[ \t\f]*\f", "", text, flags=re.MULTILINE)
    return re.sub("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", " ", text)
