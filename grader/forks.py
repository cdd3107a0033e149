"""Items go in, what a function makes of each comes out, in order and side by side.

Each item is worked on in a fork of this process, so the function sees all that is here,
and what it changes is gone afterwards. Only what it returns comes back.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from grader.errors import Broken

Item = TypeVar("Item")
Made = TypeVar("Made")


def spread(
    function: Callable[[Item], Made], items: Iterable[Item], *, jobs: int
) -> Iterator[tuple[Item, Made]]:
    """Yield each item with `function(item)`, in their order, `jobs` at a time.

    An item is asked for when there is room for it.

    Raises:
        Broken: A fork ended without an answer; what it died of stands on stderr.
    """
    waiting = iter(items)
    running: dict[Connection, tuple[int, Item, BaseProcess]] = {}
    made: dict[int, tuple[Item, Made]] = {}
    started = given = 0
    try:
        while True:
            while len(running) < jobs:
                try:
                    item = next(waiting)
                except StopIteration:
                    break
                connection, process = _start(function, item)
                running[connection] = started, item, process
                started += 1
            if not running:
                return
            found = wait(list(running))
            for ended in [one for one in running if one in found]:
                number, item, process = running.pop(ended)
                made[number] = item, _answer(ended, process)
            while given in made:
                yield made.pop(given)
                given += 1
    finally:
        for _, _, process in running.values():
            process.kill()


def _start(
    function: Callable[[Item], Made], item: Item
) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(function, item, theirs), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _work(function: Callable[[Item], Made], item: Item, theirs: Connection) -> None:
    # Ctrl-C reaches the whole group; the parent ends its forks.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    theirs.send(function(item))


def _answer(connection: Connection, process: BaseProcess) -> Any:
    try:
        return connection.recv()
    except EOFError:
        raise Broken(
            "A fork of the grader ended without an answer.",
            remedy="What it died of stands above; try `--jobs 1`.",
        ) from None
    finally:
        connection.close()
        process.join()
