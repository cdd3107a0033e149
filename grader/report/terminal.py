"""A verdict in; out comes what a student reads in the terminal, the verdict first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.records import CheckVerdict, Feedback, Frame, Outcome, Verdict
from grader.report import text, wording
from grader.report.audience import for_student

_COLOURS = {
    "good": "green",
    "bad": "red",
    "warn": "yellow",
    "ours": "magenta",
    "mute": "bright_black",
}
_WIDTH = 40


def show(verdict: Verdict, console: Console, *, for_teacher: bool = False) -> None:
    """Print `verdict`: a line, a bar, the first failing check in full, the others.

    Args:
        verdict: What was judged.
        console: Where to.
        for_teacher: Show what hidden checks say, too.
    """
    shown = verdict if for_teacher else for_student(verdict)
    plain = console.options.ascii_only
    first = wording.first_failing(shown)
    # `Text` throughout: rich would read markup in a plain string.
    _print(console, _head(shown))
    _print(console, _bar(shown, plain=plain))
    for note in (shown.rejected, *shown.notes):
        if note:
            _print(console, Padding(_prose(note), (0, 0, 0, 2)))
    if first is not None:
        _print(console, Text())
        _print(console, _line(first, plain=plain))
        _print(console, Padding(_full(first, plain=plain), (0, 0, 0, 2)))
    rest = [check for check in shown.checks if check is not first]
    if rest and not shown.rejected:
        _print(console, Text())
        for check in rest:
            _print(console, _line(check, plain=plain))


def table(verdicts: Sequence[Verdict], console: Console) -> None:
    """Print a line for each verdict: student, exercise, points, what to look at."""
    plain = console.options.ascii_only
    grid = Table(box=None, pad_edge=False, header_style="bright_black")
    grid.add_column("student")
    grid.add_column("exercise")
    grid.add_column("points", justify="right")
    grid.add_column("")
    for verdict in verdicts:
        grid.add_row(
            Text(text.line(verdict.student, 40)),
            Text(text.line(verdict.exercise, 60)),
            Text(_points(verdict), _style(verdict)),
            _remark(verdict, plain=plain),
        )
    _print(console, grid)


def _print(console: Console, what: RenderableType) -> None:
    console.print(what, highlight=False, markup=False, emoji=False)


def _points(verdict: Verdict) -> str:
    if verdict.broken:
        return "not final"
    return f"{wording.points(verdict.earned)}/{wording.points(verdict.possible)}"


def _style(verdict: Verdict) -> str:
    if verdict.broken:
        return _COLOURS["ours"]
    share = wording.share(verdict.earned, verdict.possible)
    return _COLOURS["good" if share == 1 else "bad" if share < 0.5 else "warn"]


def _remark(verdict: Verdict, *, plain: bool) -> Text:
    first = wording.first_failing(verdict)
    if verdict.rejected:
        return Text(text.line(verdict.rejected, 100), _COLOURS["warn"])
    if first is None:
        return Text()
    remark = _sign(first, plain=plain)
    return remark.append(f" {text.line(first.title, 60)}", "bright_black")


def _head(verdict: Verdict) -> Text:
    return Text.assemble(
        (text.line(verdict.exercise_title), "bold"),
        ": ",
        (wording.score(verdict.earned, verdict.possible), f"bold {_style(verdict)}"),
        ". ",
        wording.headline(verdict),
        ".",
    )


def _bar(verdict: Verdict, *, plain: bool) -> Text:
    full = round(_WIDTH * wording.share(verdict.earned, verdict.possible))
    done, left = ("#", "-") if plain else ("━", "─")
    return Text.assemble(
        (done * full, _style(verdict)), (left * (_WIDTH - full), "bright_black")
    )


def _sign(check: CheckVerdict, *, plain: bool) -> Text:
    look = wording.LOOKS[check.outcome]
    return Text(look.ascii if plain else look.sign, _COLOURS[look.tone])


def _line(check: CheckVerdict, *, plain: bool) -> Text:
    line = _sign(check, plain=plain)
    line.append(" ").append_text(_prose(text.line(check.title)))
    line.append(
        f"  {wording.points(check.earned)}/{wording.points(check.points)}",
        "bright_black",
    )
    if check.outcome is not Outcome.PASSED:
        colour = _COLOURS[wording.LOOKS[check.outcome].tone]
        line.append(f"  {check.outcome.value}", colour)
    if check.hidden:
        line.append("  hidden", "bright_black")
    return line


def _full(check: CheckVerdict, *, plain: bool) -> Group:
    parts: list[RenderableType] = []
    if check.feedback is not None:
        parts += _feedback(check.feedback, plain=plain)
    else:
        parts.append(Text(wording.LOOKS[check.outcome].hidden))
    if check.diagnosis is not None:
        found = check.diagnosis
        parts.append(_labelled("This looks like: ", found.misconception))
        if found.hint:
            parts.append(_labelled("Hint: ", found.hint))
    return Group(*parts)


def _feedback(said: Feedback, *, plain: bool) -> Iterable[RenderableType]:
    if said.message:
        yield _prose(said.message)
    facts = [("expected", said.expected), ("received", said.received), *said.details]
    grid = Table.grid(padding=(0, 2))
    for name, value in facts[:10]:
        if value:
            shown = Text(text.block(value, lines=12, limit=1_000))
            grid.add_row(Text(text.line(name, 30), "bright_black"), shown)
    if grid.row_count:
        yield grid
    for frame in said.frames[-3:]:
        yield _frame(frame, plain=plain)
    if said.error:
        yield Text(text.block(said.error, lines=8, limit=1_000), "red")
    if said.teacher_note:
        yield _labelled("For teachers: ", said.teacher_note)


def _frame(frame: Frame, *, plain: bool) -> Text:
    where = f"{wording.place(frame.position)}, in {text.line(frame.function, 80)}"
    lines = Text(where, "bright_black")
    pointer, edge = (">", "|") if plain else ("▸", "│")
    for number, row in frame.excerpt[:15]:
        marked = number == frame.position.line
        gutter = f"\n{pointer if marked else ' '}{number:5d} {edge} "
        lines.append(gutter, "red" if marked else "bright_black")
        lines.append(text.line(row.expandtabs(4), 160), "bold" if marked else "default")
    return lines


def _labelled(label: str, message: str) -> Text:
    return Text(label, "bold cyan").append_text(Text.assemble(_prose(message)))


def _prose(message: str) -> Text:
    """Return a message with its `code` in backticks coloured."""
    shown = Text()
    for part, is_code in text.prose(message):
        shown.append(f"`{part}`" if is_code else part, "cyan" if is_code else None)
    return shown
