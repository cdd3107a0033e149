"""Work in forks comes back in order, whatever finishes first."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from grader import forks
from grader.errors import Broken


def test_order_is_that_of_the_items_not_of_their_ends() -> None:
    def sleep(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    items = [0.3, 0.0, 0.15, 0.0]
    done = list(forks.spread(sleep, items, jobs=4))
    assert done == [(item, item) for item in items]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_no_more_than_so_many_at_a_time(jobs: int) -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(6):
            asked.append(number)
            yield number

    for number, _ in forks.spread(lambda one: one, items(), jobs=jobs):
        assert len(asked) <= number + 2 * jobs
    assert asked == list(range(6))


def test_each_item_is_worked_on_in_a_process_of_its_own() -> None:
    pids = [pid for _, pid in forks.spread(lambda _: os.getpid(), range(3), jobs=2)]
    assert len({*pids, os.getpid()}) == 4


def test_much_comes_back_whole() -> None:
    [(_, data)] = forks.spread(lambda size: b"x" * size, [5_000_000], jobs=1)
    assert len(data) == 5_000_000


def test_a_fork_that_dies_is_our_fault() -> None:
    with pytest.raises(Broken, match="without an answer"):
        list(forks.spread(os._exit, [3], jobs=2))


def test_who_stops_listening_leaves_no_fork_behind() -> None:
    def work(number: int) -> int:
        if number:
            time.sleep(60)
        return os.getpid()

    began = time.monotonic()
    some = forks.spread(work, range(3), jobs=2)
    next(some)
    some.close()
    assert time.monotonic() - began < 30


def test_nothing_to_do() -> None:
    assert list(forks.spread(lambda one: one, [], jobs=2)) == []
