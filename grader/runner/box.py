"""The folder that a runner may write in: whatever lies in it is cleared away.

`shutil.rmtree` recurses, and fails at a depth of some hundred folders.
"""

from __future__ import annotations

import math
import os
import time
from contextlib import suppress


def clear(folder: str, seconds: float = math.inf) -> None:
    """Remove `folder`, however deep a runner nested what is in it.

    What cannot be removed, or not in so many seconds, stays; the launcher clears the
    folder above at its end.
    """
    with suppress(OSError):
        _clear(folder, time.monotonic() + seconds)


def _clear(folder: str, deadline: float) -> None:
    prefix, moved = os.urandom(8).hex(), 0
    while inner := _without_files(folder, deadline):
        for path in inner:
            os.chmod(path, 0o700)
            for below in _without_files(path, deadline):
                moved += 1
                os.chmod(below, 0o700)
                os.rename(below, os.path.join(folder, f"{prefix}-{moved}"))
            os.rmdir(path)
    os.rmdir(folder)


def _without_files(folder: str, deadline: float) -> list[str]:
    """Remove all but the folders in `folder`; return those."""
    inner = []
    _require_time(deadline)
    with os.scandir(folder) as entries:
        for entry in entries:
            _require_time(deadline)
            if entry.is_dir(follow_symlinks=False):
                inner.append(entry.path)
            else:
                os.unlink(entry)
    return inner


def _require_time(deadline: float) -> None:
    if time.monotonic() > deadline:
        raise TimeoutError
