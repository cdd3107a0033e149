"""What the warm process decides for its runners; no TensorFlow here."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from grader.runner.launcher import _Child, _Launcher
from grader.runner.ownroot import USERS


@pytest.mark.parametrize("left", [1, 0])
def test_no_two_runners_are_one_user_while_there_is_another(left: int) -> None:
    """The kernel counts threads by their user: one could use up another's."""
    unused: Any = None
    control, other = socket.socketpair()
    with control, other:
        launcher = _Launcher(control, unused, "", fresh=False)
        taken = list(USERS)[left:]
        launcher.children = {
            number: _Child(number, other, "", None, user)
            for number, user in enumerate(taken)
        }
        user = launcher.free_user()
        launcher.selector.close()
    assert user in USERS
    assert not left or user not in taken
