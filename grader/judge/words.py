"""A problem of a student's solution goes in, feedback in words and frames comes out."""

from __future__ import annotations

from grader.records import Feedback, Frame, Position, Problem, Source, Trouble

_AROUND = 2
"""Lines shown before and after the failing one."""
_FRAMES = 4

_SENTENCES = {
    Trouble.UNFILLED: "This part of the stub is still open: it raises "
    "`NotImplementedError`.",
    Trouble.MISSING: "`{message}` is not defined in your file.",
    Trouble.NOT_LOADED: "Your file could not be imported: {type} was raised before any "
    "check could start.",
    Trouble.RAISED: "Your code raised {type}.",
    Trouble.NOT_PLAIN: "Your code returned {type}, and the check cannot read that. "
    "Return a tensor, a number, or what the statement's table says.",
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


def raised(problem: Problem, source: Source) -> Feedback:
    """Return what to say about `problem`, with the student's own lines around it."""
    sentence = _SENTENCES[problem.trouble].format(
        type=_typed(problem.type), message=problem.message
    )
    is_error = problem.trouble in (
        *(Trouble.RAISED, Trouble.NOT_LOADED, Trouble.UNFILLED, Trouble.NOT_PLAIN),
        *(Trouble.CRASH, Trouble.MEMORY_LIMIT),
    )
    error = ""
    if is_error and problem.message:
        prefix = f"{problem.type}: " if problem.trouble is not Trouble.CRASH else ""
        error = prefix + problem.message
    return Feedback(
        message=sentence,
        error=error,
        frames=tuple(
            frame(source, line, function) for line, function in problem.lines[-_FRAMES:]
        ),
        teacher_note=problem.message if problem.trouble is Trouble.BROKEN else "",
    )


def _typed(name: str) -> str:
    return f"`{name}`" if name else "an exception"


def frame(source: Source, line: int, function: str) -> Frame:
    """Return the frame of a line of `source.text`, as the student's file has it."""
    positions = source.positions
    if not 1 <= line <= len(positions):
        return Frame(position=Position(line), function=function)
    here = positions[line - 1]
    lines = source.text.splitlines()
    around = range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1)
    excerpt = tuple(
        (positions[number - 1].line, lines[number - 1])
        for number in around
        if number <= len(positions) and positions[number - 1].cell == here.cell
    )
    return Frame(position=here, function=function, excerpt=excerpt)
