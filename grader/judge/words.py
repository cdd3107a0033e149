"""A problem of a student's solution goes in, feedback in words and frames comes out."""

from __future__ import annotations

import ast
import difflib
import functools
import warnings
from collections.abc import Sequence

from grader.records import Feedback, Frame, Position, Problem, Source, Trouble

_AROUND = 2
"""Lines shown before and after the failing one."""
_FRAMES = 4
_COLUMNS = 200
"""Of a line that is shown."""

_SENTENCES = {
    Trouble.UNFILLED: "This part of the stub is still open: it raises "
    "`NotImplementedError`.",
    Trouble.MISSING: "`{message}` is not defined in your file.",
    Trouble.NOT_LOADED: "Your file could not be imported: {type} was raised before any "
    "check could start.",
    Trouble.RAISED: "Your code raised {type}.",
    Trouble.NOT_PLAIN: "Your code returned {type}{where}, and the check cannot read "
    "that. Return a tensor, a number, or what the statement's table says.",
    Trouble.REFUSED: "Your code asked for what it may not have while it is checked: "
    "the network, another program, or a file outside its own folder.",
    Trouble.FILE_LIMIT: "Your code had more files open at once than an exercise may. "
    "`with open(…)` closes a file when it is done.",
    Trouble.DISK_LIMIT: "Your code wrote more to the disk than an exercise may.",
    Trouble.PROCESS_LIMIT: "Your code started more threads or processes than an "
    "exercise may.",
    Trouble.CPU_LIMIT: "Your code used up its computing time. Is there a loop that "
    "never ends?",
    Trouble.WALL_LIMIT: "Your code did not answer in time. Does it wait for something, "
    "or loop for ever?",
    Trouble.MEMORY_LIMIT: "Your code needed more memory than an exercise may use. Does "
    "something grow without end?",
    Trouble.OUTPUT_LIMIT: "Your code printed far more than can be read. Is there a "
    "`print` in an endless loop?",
    Trouble.CRASH: "The Python interpreter crashed while it ran your code.",
    Trouble.EARLY_EXIT: "Your code ended the program before it answered. Take out "
    "`exit()` or `os._exit()`.",
    Trouble.PROTOCOL: "Your code wrote into the channel over which answers travel, so "
    "it was stopped.",
    Trouble.BROKEN: "The grader failed here; this is not your fault, and costs no "
    "points.",
}


_WITH_ERROR = (
    *(Trouble.RAISED, Trouble.NOT_LOADED, Trouble.UNFILLED),
    *(Trouble.CRASH, Trouble.MEMORY_LIMIT, Trouble.DISK_LIMIT, Trouble.FILE_LIMIT),
    *(Trouble.PROCESS_LIMIT, Trouble.REFUSED),
)
"""Troubles whose message says something that the sentence does not."""

_SIGNALS = {
    "SIGSEGV": "It reached for memory that is not there. Does a function call itself "
    "without end?",
    "SIGABRT": "A library stopped at what it was given.",
    "SIGBUS": "It wrote to a mapped file for which the disk has no room.",
    "SIGFPE": "It divided a whole number by zero, outside Python.",
    "SIGKILL": "It was killed.",
}
"""What a crash by a signal mostly comes from."""


def raised(problem: Problem, source: Source) -> Feedback:
    """Return what to say about `problem`, with the student's own lines around it."""
    error = ""
    if problem.trouble in _WITH_ERROR:
        error = ": ".join(part for part in (problem.type, problem.message) if part)
    return Feedback(
        message=_sentence(problem, source),
        error=error,
        frames=tuple(
            frame(source, line, function) for line, function in _lines(problem, source)
        ),
        teacher_note=problem.message if problem.trouble is Trouble.BROKEN else "",
    )


def _lines(problem: Problem, source: Source) -> Sequence[tuple[int, str]]:
    """The lines to show, outermost first.

    Where it was interrupted is chance; that it was in a certain loop is not.
    """
    if problem.trouble not in (Trouble.CPU_LIMIT, Trouble.WALL_LIMIT):
        return problem.lines[-_FRAMES:]
    loops = [
        (node.lineno, node.end_lineno or node.lineno)
        for node in ast.walk(_tree(source.text))
        if isinstance(node, _LOOPS)
    ]
    for line, function in problem.lines:
        around = [start for start, end in loops if start <= line <= end]
        if around:
            return [(min(around), function)]
    return problem.lines[:1]


_LOOPS = (ast.For, ast.While, ast.AsyncFor)


def _sentence(problem: Problem, source: Source) -> str:
    sentence = _SENTENCES[problem.trouble].format(
        type=_typed(problem.type),
        message=problem.message,
        where=f" ({problem.message})" if problem.message else "",
    )
    match problem.trouble:
        case Trouble.UNFILLED if problem.lines:
            return (
                f"`{problem.lines[-1][1]}` is still open: it raises "
                "`NotImplementedError`."
            )
        case Trouble.RAISED if not problem.lines:
            return (
                f"{_typed(problem.type)} was raised where the check used your code. "
                "Does it take and return what the statement says?"
            )
        case Trouble.CRASH if problem.message in _SIGNALS:
            return f"{sentence} {_SIGNALS[problem.message]}"
        case Trouble.MISSING:
            return sentence + _found_instead(problem.message, source)
    return sentence


def _found_instead(name: str, source: Source) -> str:
    """A further sentence where the missing `name` stands elsewhere, or nearly so."""
    tree = _tree(source.text)
    nodes = [node for node in ast.walk(tree) if isinstance(node, _DEFINITIONS)]
    top = {*tree.body}
    for node in nodes:
        if node.name == name and node not in top:
            where = _where(_position(source, node.lineno))
            return f" {where} defines it within another block: is it indented too far?"
    near = [node.name for node in nodes if len(node.name) <= _LETTERS][:_NAMES]
    found = {one.lower(): one for one in near}
    # To compare two long names can take seconds.
    close = difflib.get_close_matches(name[:_LETTERS].lower(), found, n=1)
    if not close or found[close[0]] == name:  # it was defined, and is gone again
        return ""
    return f" Should `{found[close[0]]}` have this name?"


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_NAMES, _LETTERS = 200, 80


@functools.lru_cache(maxsize=1)  # each check of a submission may ask for it
def _tree(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd escapes in strings, say
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ast.Module(body=[], type_ignores=[])


def _position(source: Source, line: int) -> Position:
    known = 1 <= line <= len(source.positions)
    return source.positions[line - 1] if known else Position(line)


def _where(position: Position) -> str:
    if position.cell is None:
        return f"Line {position.line}"
    return f"Cell {position.cell}, line {position.line}"


def _typed(name: str) -> str:
    return f"`{name}`" if name else "an exception"


def frame(source: Source, line: int, function: str) -> Frame:
    """Return the frame of a line of `source.text`, as the student's file has it."""
    positions = source.positions
    if not 1 <= line <= len(positions):
        return Frame(position=Position(line), function=function)
    here = positions[line - 1]
    lines = source.text.split("\n")
    around = range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1)
    excerpt = tuple(
        (positions[number - 1].line, lines[number - 1][:_COLUMNS])
        for number in around
        if number <= len(positions) and positions[number - 1].cell == here.cell
    )
    return Frame(position=here, function=function, excerpt=excerpt)
