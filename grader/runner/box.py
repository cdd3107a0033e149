"""The folder that a runner may write in: whatever lies in it is cleared away.

`shutil.rmtree` recurses, and fails at a depth of some hundred folders.
"""

from __future__ import annotations

import os
from contextlib import suppress


def clear(folder: str) -> None:
    """Remove `folder`, however deep a runner nested what is in it.

    What cannot be removed stays; the launcher clears the folder above at its end.
    """
    with suppress(OSError):
        _clear(folder)


def _clear(folder: str) -> None:
    prefix, moved = os.urandom(8).hex(), 0
    while inner := [entry for entry in os.scandir(folder) if not _unlinked(entry)]:
        for entry in inner:
            os.chmod(entry.path, 0o700)
            for below in os.scandir(entry.path):
                if not _unlinked(below):
                    moved += 1
                    os.chmod(below.path, 0o700)
                    os.rename(below.path, os.path.join(folder, f"{prefix}-{moved}"))
            os.rmdir(entry.path)
    os.rmdir(folder)


def _unlinked(entry: os.DirEntry[str]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return False
    os.unlink(entry.path)
    return True
