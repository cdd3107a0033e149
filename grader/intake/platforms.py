"""How learning platforms name what they give: a name goes in, whose it is comes out.

The forms are those of Moodle's `mod/assign/classes/downloader.php` and of Canvas's
`lib/content_zipper.rb`. Numbers are kept in a student's name, since names repeat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOODLE_FOLDER = re.compile(
    r"^(?P<name>.*)_(?P<uid>[0-9]+)_assignsubmission_(?:file|onlinetext)_?$"
)
_MOODLE_FILE = re.compile(
    r"^(?P<name>[^_]*)_(?P<uid>[0-9]+)_assignsubmission_(?:file|onlinetext)_"
    r"(?P<original>.+)$"
)
_CANVAS_ANONYMOUS = re.compile(
    r"^(?:LATE_)?anon_(?P<uid>[^_]+)_"
    r"(?:[0-9]+_(?P<original>.+)|(?P<entry>(?:text|link)\.html))$"
)
_CANVAS_FILE = re.compile(
    r"^(?P<name>[^_]*(?:_[^_]+)*?)(?:_LATE)?_(?P<uid>[0-9]+)_[0-9]+_(?P<original>.+)$"
)
# A text or a link that was entered on the page has no number of its own.
_CANVAS_ENTRY = re.compile(
    r"^(?P<name>[^_]*(?:_[^_]+)*?)(?:_LATE)?_(?P<uid>[0-9]+)_"
    r"(?P<original>(?:text|link)\.html)$"
)
_FILES = (_MOODLE_FILE, _CANVAS_ANONYMOUS, _CANVAS_FILE, _CANVAS_ENTRY)


@dataclass(frozen=True, slots=True)
class Owned:
    """A platform's file name, taken apart."""

    student: str
    original: str
    """What the student called the file."""


def student_of_folder(name: str) -> str:
    """Return whose folder it is: `Ada L_123_assignsubmission_file` → `Ada L (123)`."""
    found = _MOODLE_FOLDER.match(name)
    return f"{found['name']} ({found['uid']})" if found else name


def is_platform_folder(name: str) -> bool:
    """Whether `name` is of a form that a platform gives a student's folder."""
    return _MOODLE_FOLDER.match(name) is not None


def owned(name: str) -> Owned | None:
    """Return whose file it is; None where the name is of no platform's form.

    | name                                     | student         | original  |
    | ---------------------------------------- | --------------- | --------- |
    | `Ada L_7_assignsubmission_file_a.py`     | `Ada L (7)`     | `a.py`    |
    | `doejane_LATE_12_345_a-1.py`             | `doejane (12)`  | `a-1.py`  |
    | `anon_x1Yz_345_a.py`                     | `anonymous x1Yz`| `a.py`    |
    """
    for form in _FILES:
        found = form.match(name)
        if found:
            who = found.groupdict().get("name")
            uid = found["uid"]
            student = f"anonymous {uid}" if who is None else f"{who} ({uid})"
            return Owned(student, found["original"] or found["entry"])
    return None
