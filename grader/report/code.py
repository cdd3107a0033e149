"""Lines of Python in, made safe and coloured; nothing of them is executed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from grader.report import text

LINES = 15
WIDTH = 160


def coloured(excerpt: Sequence[tuple[int, str]]) -> tuple[tuple[int, Markup], ...]:
    """Return each line's number and its HTML: `<span class="k">def</span> …`."""
    # Slow to import, and only pages need it.
    from pygments.lexers.python import PythonLexer

    shown = [
        (number, text.line(row.expandtabs(4), WIDTH)) for number, row in excerpt[:LINES]
    ]
    lexer = PythonLexer(stripnl=False, ensurenl=False)
    rows: list[list[Markup]] = [[]]
    for token, value in lexer.get_tokens("\n".join(row for _, row in shown)):
        first, *rest = value.split("\n")
        rows[-1].append(_span(str(token), first))
        for part in rest:
            rows.append([_span(str(token), part)])
    return tuple(
        (number, Markup("").join(row))
        for (number, _), row in zip(shown, rows, strict=False)
    )


_CLASSES = (
    ("Token.Keyword", "k"),
    ("Token.Operator.Word", "k"),
    ("Token.Literal.String", "s"),
    ("Token.Literal.Number", "n"),
    ("Token.Comment", "c"),
    ("Token.Name.Function", "f"),
    ("Token.Name.Class", "f"),
    ("Token.Name.Decorator", "f"),
)


def _span(token: str, value: str) -> Markup:
    name = next((short for long, short in _CLASSES if token.startswith(long)), "")
    if not name or not value:
        return escape(value)
    return Markup('<span class="{}">{}</span>').format(name, value)
