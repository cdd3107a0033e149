"""An exception of the submission goes in, plain data of it comes out, and no more.

Like all that lives in the runner, it may be changed by the submission: what it says
costs or helps nobody but the one who wrote that.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any

_MESSAGE = 2_000
"""Characters of an exception's message that are passed on."""
_OTHERS_LINE = re.compile(
    r'^( *)File "(?!submission\.py")[^"]*", line \d+, in .*\n(?:\1 +\S.*\n)?',
    re.MULTILINE,
)
"""A line of a traceback within a message that is not the submission's."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
"""What makes a terminal's text bold or red; Keras writes it into its messages."""
_IN_A_GRAPH = re.compile(r"\n(?P<said>[^\n]+)\n\s*\[\[\{\{node ")
"""What TensorFlow says of an error in a graph, below where the node was made."""
LINES = 20
"""Of the submission, that a problem names."""
_CAUSES = 8

Place = tuple[str, int, str]
"""Of a step: its file, its line, and its function."""

_SIGNS = {
    **dict.fromkeys((errno.ENOSPC, errno.EFBIG, errno.EDQUOT), "disk limit"),
    errno.EMFILE: "file limit",
    errno.EAGAIN: "process limit",
    **dict.fromkeys((errno.EPERM, errno.EACCES, errno.EROFS), "refused"),
}
"""What the kernel's answers mean here. Libraries pass them on as texts only."""
_WORDS = {
    "can't start new thread": "process limit",
    **{os.strerror(number): trouble for number, trouble in _SIGNS.items()},
}


_OF_ALL: Any = BaseException
# A subclass may have given these names another meaning.
_TRACE = _OF_ALL.__traceback__.__get__
_CAUSE = _OF_ALL.__cause__.__get__
_CONTEXT = _OF_ALL.__context__.__get__
_SUPPRESSED = _OF_ALL.__suppress_context__.__get__


class MissingTask(AttributeError):
    """A task's function or class is not in the submission."""


def problem(
    trouble: str, name: str, message: str, lines: Iterable[tuple[int, str]] = ()
) -> dict[str, Any]:
    """Return a problem as it is sent: short, and of characters that can be sent."""
    return {
        "trouble": trouble,
        "type": _clean(name)[:200],
        "message": _clean(message)[:_MESSAGE],
        "lines": [[line, _clean(name)[:80]] for line, name in lines],
    }


def of(error: BaseException, path: str, trouble: str) -> dict[str, Any]:
    """Describe `error`, which the submission at `path` raised.

    Args:
        error: What was raised.
        path: The submission's file; its lines alone are named.
        trouble: What it is unless the exception itself says more.
    """
    name, message = type(error).__name__, _text_of(error)
    places = list(_passed(_TRACE(error)))
    lines = lines_of(places, path) or _named(message, path)
    if isinstance(error, SyntaxError) and error.filename == path:
        lines.append((error.lineno or 1, "<module>"))
    if isinstance(error, MissingTask):
        return problem("missing", name, message)
    if isinstance(error, NotImplementedError) and trouble == "raised":
        itself = bool(places) and places[-1][0] == path
        trouble = "unfilled" if itself or "your turn" in message else trouble
    trouble = _limit(error, name) or trouble
    message = _without_user_code(message, name).replace(path, "submission.py")
    message = _COLOUR.sub("", _OTHERS_LINE.sub("", message))
    message = re.sub(r"\n{3,}", "\n\n", message)
    if in_a_graph := _IN_A_GRAPH.search(message):
        message = f"{in_a_graph['said']}\n\n{message}"
    return problem(trouble, name, message, lines[-LINES:])


def _limit(error: BaseException, name: str) -> str | None:
    """Which limit the error comes from, if from one."""
    for text in map(_text_of, _causes(error)):
        for words, trouble in _WORDS.items():
            if words in text:
                return trouble
    full = isinstance(error, MemoryError) or name == "ResourceExhaustedError"
    return "memory limit" if full else None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it was raised from or while handling."""
    cause: BaseException | None = error
    for _ in range(_CAUSES):
        if cause is None:
            return
        yield cause
        hidden = None if _SUPPRESSED(cause) else _CONTEXT(cause)
        cause = _CAUSE(cause) or hidden


# --- lines --------------------------------------------------------------------


def _passed(trace: TracebackType | None) -> Iterator[Place]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield code.co_filename, trace.tb_lineno, code.co_name
        trace = trace.tb_next


def running(frame: FrameType | None) -> list[Place]:
    """Where the program stands that `frame` is the innermost step of."""
    places = []
    while frame is not None:
        places.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return places[::-1]


def lines_of(places: Iterable[Place], path: str) -> list[tuple[int, str]]:
    """The lines of the file at `path` among `places`, in the same order."""
    lines, translated = [], _translated()
    for file, line, name in places:
        if file == path:
            lines.append((line, name))
        origin = translated.get((file, line))
        if origin is not None and origin.loc.filename == path:
            lines.append((origin.loc.lineno, str(origin.function_name)))
    return lines


def _translated() -> dict[tuple[str, int], Any]:
    """Where each line of AutoGraph's translated code comes from.

    Its messages stop at the `if` or the loop, its own maps do not; but they lie in a
    private place, so do without them where TensorFlow has moved it.
    """
    try:
        from tensorflow.python.autograph.impl import api

        factories = [
            factory
            for by_options in api._TRANSPILER._cache._cache.values()
            for factory in by_options.values()
        ]
        return {
            (place.filename, place.lineno): origin
            for factory in factories
            for place, origin in factory.source_map.items()
        }
    except (ImportError, AttributeError):
        return {}


def _named(message: str, path: str) -> list[tuple[int, str]]:
    """AutoGraph names at least some of the submission's lines in its message."""
    found = re.findall(rf'File "{re.escape(path)}", line (\d+), in (\S+)', message)
    return [(int(line), name) for line, name in found]


# --- texts --------------------------------------------------------------------


def _clean(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _text_of(error: BaseException) -> str:
    try:
        return str(error)[:20_000]
    except BaseException:
        return "(its message could not be read)"


def _without_user_code(message: str, name: str) -> str:
    """AutoGraph puts its own traceback before the message; keep the message."""
    if not message.lstrip().startswith("in user code:"):
        return message
    last = message.rfind(f"\n    {name}: ")
    if last >= 0:
        return message[last:].strip().removeprefix(f"{name}: ")
    return message.rstrip().rpartition("\n\n")[2].strip()
