"""A zip from strangers goes in, a private folder with its files comes out.

Only `.py` and `.ipynb` files are unpacked. Any other becomes an empty file of the same
name: enough to say that a student handed in something that is not graded.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from grader.errors import BadSubmission
from grader.intake import names

_ARCHIVE = 2 << 30
_MEMBERS = 20_000
_FILE = (10 << 20) + 1
"""One more than the largest notebook, so that its reader sees that it is too large."""
_TOTAL = 1 << 30
_RATIO, _FLOOR = 100, 16 << 20
"""Past the floor, what is unpacked may be this many times the archive's own size."""
_DEPTH = 12
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_UNPACKED = (".py", ".ipynb")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Others may ask for gigabytes of memory to unpack a few bytes."""


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Give a private folder with the archive's files; it is gone afterwards.

    Raises:
        BadSubmission: The archive is damaged, too large, or not made in good faith.
    """
    with tempfile.TemporaryDirectory(prefix="grader-bundle-") as folder:
        try:
            _unpack(path, Path(folder))
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
            OSError,
        ) as error:
            # Some of these carry the names of our own temporary files.
            why = error.strerror if isinstance(error, OSError) else str(error)
            shown = names.safe(why or type(error).__name__)
            raise _refused(path, f"it is damaged ({shown})") from None
        yield Path(folder)


def _refused(path: Path, why: str) -> BadSubmission:
    return BadSubmission(
        f"`{names.safe(path.name)}` is not unpacked: {why}.",
        remedy="Unpack it yourself, look through it, and name the folder instead.",
    )


def _unpack(path: Path, folder: Path) -> None:
    size = path.stat().st_size
    if size > _ARCHIVE:
        raise _refused(path, f"it is larger than {_ARCHIVE >> 30} GiB")
    allowed = min(_TOTAL, max(_FLOOR, _RATIO * size))
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if len(members) > _MEMBERS:
            raise _refused(path, f"it has more than {_MEMBERS} files")
        for member, target in _targets(path, members):
            allowed -= _write(archive, member, folder / target)
            if allowed < 0:
                raise _refused(path, "it unpacks to far more than its own size")


def _targets(
    path: Path, members: list[zipfile.ZipInfo]
) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Yield where each file goes; every name is judged before the first is written."""
    found = []
    spellings: dict[str, str] = {}
    files: set[str] = set()
    for member in members:
        shown = names.safe(member.filename)
        target = _relative(path, member)
        _require_plain(path, member, shown)
        # On some file systems, names that differ by case or composition are one.
        for place in (target, *target.parents):
            exact = spellings.setdefault(_folded(place), str(place))
            if exact != str(place):
                raise _refused(path, f"two names in it differ by case only: `{shown}`")
        if member.is_dir():
            continue
        if _folded(target) in files:
            raise _refused(path, f"it has `{shown}` twice")
        files.add(_folded(target))
        found.append((member, target))
    for _, target in found:
        if any(_folded(parent) in files for parent in target.parents):
            raise _refused(path, f"`{names.safe(str(target))}` lies in a file")
    yield from found


def _folded(place: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", str(place)).casefold()


def _relative(path: Path, member: zipfile.ZipInfo) -> PurePosixPath:
    name = member.filename
    if not member.flag_bits & _UTF8_NAME:
        # macOS and others write UTF-8 without saying so.
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.filename
    name = name.replace("\\", "/")
    target = PurePosixPath(*(part for part in name.split("/") if part not in ("", ".")))
    outside = name.startswith("/") or ".." in target.parts
    outside = outside or re.match(r"^[A-Za-z]:", name) is not None
    if outside or not target.parts:
        raise _refused(
            path, f"a name in it leads out of its folder: `{names.safe(name)}`"
        )
    if len(target.parts) > _DEPTH:
        raise _refused(path, f"a name in it is too deep: `{names.safe(name)}`")
    if "\0" in name or any(len(os.fsencode(part)) > 255 for part in target.parts):
        raise _refused(path, f"a name in it is no file's name: `{names.safe(name)}`")
    return target


def _require_plain(path: Path, member: zipfile.ZipInfo, shown: str) -> None:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _refused(path, f"`{shown}` in it is a link or a device")
    if member.flag_bits & _ENCRYPTED:
        raise _refused(path, f"`{shown}` in it is encrypted")
    if member.compress_type not in _METHODS:
        raise _refused(path, f"`{shown}` in it is packed in an unusual way")


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    written = 0
    with os.fdopen(os.open(target, flags, 0o600), "wb") as file:
        if target.suffix.lower() not in _UNPACKED:
            return 0
        with archive.open(member) as packed:
            while written < _FILE and (
                block := packed.read(min(1 << 16, _FILE - written))
            ):
                written += file.write(block)
    return written
