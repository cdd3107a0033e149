"""Any file is a source, a bundle, or refused with one message; nothing else, and soon.

    python tests/fuzz/files.py CORPUS -max_total_time=900 -timeout=20

The first byte of an input says what the rest is taken for.
"""

from __future__ import annotations

import ast
import io
import shutil
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["grader", "nbformat", "zipfile"]):
    from grader import catalog
    from grader.errors import BadSubmission, NotFound
    from grader.intake import bundles, names, platforms, source

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = catalog.load(ROOT)
KINDS = ("py", "ipynb", "zip", "name")
HOME = Path(tempfile.mkdtemp(prefix="fuzz-"))


def hold(data: bytes) -> None:
    """Fail where reading does anything but refuse, or give what can be shown."""
    if not data:
        return
    kind, content = KINDS[data[0] % len(KINDS)], data[1:]
    if kind == "name":
        _name(content.decode("utf-8", "surrogateescape"))
        return
    path = HOME / f"tape_basics.{kind}"
    path.write_bytes(content)
    try:
        if kind == "zip":
            with bundles.open_bundle(path, EXERCISES) as found:
                for one in found:
                    assert one.student == names.safe(one.student)
        else:
            read = source.read(path)
            assert len(read.positions) >= read.text.count("\n")
            ast.parse(read.text)
    except (BadSubmission, NotFound) as error:
        assert str(error).isprintable()


def _name(name: str) -> None:
    shown = names.safe(name)
    assert shown.isprintable() and len(shown) <= 200
    platforms.owned(name)
    platforms.student_of_folder(name)


def _plant(corpus: Path) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    demo = ROOT / "docs" / "demo" / "class"
    for path in sorted(demo.rglob("*.*")):
        kind = KINDS.index(path.suffix[1:])
        seed = bytes([kind]) + path.read_bytes()
        (corpus / f"{path.parent.name}-{path.name}").write_bytes(seed)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Ada Ōta_12_assignsubmission_file/tape_basics.py", "x = 1\n")
        archive.writestr("doejane_LATE_1_2_tape_basics-1.ipynb", "{}")
    (corpus / "zip").write_bytes(b"\2" + packed.getvalue())
    (corpus / "name").write_bytes(b"\3doejane_LATE_12_34_tape_basics-1.py")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    _plant(Path(sys.argv[1]))
    atheris.Setup(sys.argv, hold)
    try:
        atheris.Fuzz()
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
