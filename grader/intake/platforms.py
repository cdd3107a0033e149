"""How learning platforms name what they give: whose file or folder it is.

The forms are those of Moodle's `mod/assign/classes/downloader.php` and of Canvas's
`lib/content_zipper.rb`.
"""

from __future__ import annotations

import re

_MOODLE_FOLDER = re.compile(
    r"^(?P<name>.*)_(?P<uid>\d+)_assignsubmission_(?:file|onlinetext)_?$"
)
_MOODLE_FILE = re.compile(
    r"^(?P<name>[^_]*)_(?P<uid>\d+)_assignsubmission_file_(?P<original>.+)$"
)
_CANVAS_FILE = re.compile(
    r"^(?P<name>[^_]*(?:_[^_]+)*?)(?:_LATE)?_(?P<uid>\d+)_(?P<attachment>\d+)_"
    r"(?P<original>.+)$"
)
_CANVAS_ANONYMOUS = re.compile(
    r"^(?:LATE_)?anon_(?P<uid>[^_]+)_(?P<attachment>\d+)_(?P<original>.+)$"
)


def student_of_folder(name: str) -> str:
    """Return whose folder it is: `Ada L_123_assignsubmission_file` → `Ada L (123)`."""
    found = _MOODLE_FOLDER.match(name)
    return f"{found['name']} ({found['uid']})" if found else name


def student_of_file(name: str) -> str | None:
    """Return whose file it is; None where the name is of no platform's form."""
    found = _MOODLE_FILE.match(name)
    if found:
        return f"{found['name']} ({found['uid']})"
    anonymous = _CANVAS_ANONYMOUS.match(name)
    if anonymous:
        return f"anonymous {anonymous['uid']}"
    found = _CANVAS_FILE.match(name)
    return f"{found['name']} ({found['uid']})" if found else None
