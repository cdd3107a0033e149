"""What a check says of itself: `@points(2)` and `@depends("test_other")`.

The catalog reads both from the syntax tree, so their arguments are literals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

CheckFunction = TypeVar("CheckFunction", bound=Callable[..., None])


def points(number: float) -> Callable[[CheckFunction], CheckFunction]:
    """Say what a check is worth; without this it is 1 point."""
    return pytest.mark.grader_points(number)


def depends(*checks: str) -> Callable[[CheckFunction], CheckFunction]:
    """Skip a check where one of `checks` did not pass, so one fault is charged once."""
    return pytest.mark.grader_depends(*checks)
