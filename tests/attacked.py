"""A kit full of canaries, and classes of hostile submissions graded by the command.

`tests/attacks/README.md` says what a program's folder holds.
"""

from __future__ import annotations

import ctypes
import dataclasses
import hashlib
import importlib.util
import os
import secrets
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import survivors

from grader.cli.teacher import _file_name
from grader.exports import documents
from grader.intake import names
from grader.records import Verdict

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "attacks"
CHECKOUT = HERE.parent
USER = 12_345
JOBS = 4


# --- programs -----------------------------------------------------------------


@dataclasses.dataclass(frozen=True, kw_only=True)
class Program:
    """One folder of `tests/attacks`."""

    name: str
    expected: dict[str, Any]

    @property
    def exercise(self) -> str:
        return str(self.expected.get("exercise", "vault/doubled"))

    def student(self, number: int) -> str:
        """The name of the folder that the `number`-th of a class is handed in as."""
        return str(self.expected.get("student", f"{number:03} {self.name}"))

    def expects(self, level: str, user: str) -> dict[str, Any]:
        """What is expected at `level` as `user`."""
        special = (self.expected.get(level, {}), self.expected.get(user, {}))
        return self.expected | special[0] | special[1]

    def hand_in(self, folder: Path) -> None:
        """Write what is handed in to `folder`."""
        home = PROGRAMS / self.name
        folder.mkdir(parents=True)
        stem = self.exercise.split("/")[1]
        if (home / "make.py").is_file():
            _load(home / "make.py").make(folder, stem)
        for path in home.glob("submission.*"):
            shutil.copyfile(path, folder / f"{stem}{path.suffix}")


def programs() -> dict[str, Program]:
    """Every program by its name."""
    found = {}
    for path in sorted(PROGRAMS.glob("*/expected.toml")):
        expected = tomllib.loads(path.read_text(encoding="utf-8"))
        found[path.parent.name] = Program(name=path.parent.name, expected=expected)
    return found


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"make_{path.parent.name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- the kit ------------------------------------------------------------------


def canary(of: str) -> str:
    """A random text that stands in one secret alone; a scan knows it by its form."""
    return f"CANARY-{of}-{secrets.token_hex(16)}"


@dataclasses.dataclass(frozen=True)
class Kit:
    """A kit in which each secret holds a canary."""

    root: Path
    canaries: dict[str, str]
    seed: int


_TOML = """
format = 1
title = "Doubling{title}"
order = {order}
concepts = ["numbers"]
hints = ["Add it to itself."]
[[tasks]]
name = "doubled"
[limits]
{limits}
"""
_STRICT = """
cpu_seconds = 1.0
wall_seconds = 60.0
memory_mb = 512
output_kb = 16
disk_mb = 8
processes = 32
files = 64
"""
_ROOMY = """
cpu_seconds = 40.0
wall_seconds = 300.0
"""
_HASTY = """
cpu_seconds = 5.0
wall_seconds = 12.0
"""
_PROBES = '''
"""How a doubling is observed."""

import tensorflow as tf


def doubled(solution, x):
    """What `doubled` returns for a tensor of `x`."""
    return solution.doubled(tf.constant(x))


def motto(solution):
    """A text that only the reference has."""
    return solution.MOTTO
'''
_CHECKS = '''
from grader.judge.asserts import assert_close
from grader.judge.marks import points


@points(1)
def test_vector(student, reference, rng):
    """A vector is doubled."""
    x = rng.normal(size=8)
    assert_close(student.doubled(x), reference.doubled(x))


@points(1)
def test_single(student, reference, rng):
    """A matrix of single precision is doubled."""
    x = rng.normal(size=(3, 2)).astype("float32")
    assert_close(student.doubled(x), reference.doubled(x))
'''
_HIDDEN = '''
from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import points

CANARY = "{hidden}"


@points(2)
def test_elsewhere(student, reference, rng):
    """Other shapes are doubled."""
    assert reference.motto() == "{expected}", CANARY
    x = rng.normal(size=(2, 1, 4))
    assert_close(student.doubled(x), reference.doubled(x), what=CANARY)
'''
_REFERENCE = '''
"""Twice a tensor."""

MOTTO = "{expected}"


def doubled(x):
    """Return twice `x`."""
    # {reference}
    return 2 * x
'''
_CHAFF = '''
"""It is squared, {chaff}.

fails: test_vector, test_single, test_elsewhere
hint: Which power of x is it?
"""


def doubled(x):
    return x * x
'''


def kit(root: Path) -> Kit:
    """Write to `root` exercises that differ in their limits alone."""
    canaries = {
        of: canary(of)
        for of in ("expected", "hidden", "reference", "chaff", "environment", "student")
    }
    for order, (name, limits) in enumerate(
        {"doubled": _STRICT, "leisurely": _ROOMY, "hasty": _HASTY}.items(), start=1
    ):
        exercise, solution = f"exercises/vault/{name}", f"solutions/vault/{name}"
        toml = _TOML.format(title=f" ({name})", order=order, limits=limits)
        files = {
            f"{exercise}/exercise.toml": toml,
            f"{exercise}/probes.py": _PROBES,
            f"{exercise}/checks.py": _CHECKS,
            f"{solution}/reference.py": _REFERENCE.format(**canaries),
            f"{solution}/hidden_checks.py": _HIDDEN.format(**canaries),
            f"{solution}/chaffs/squared.py": _CHAFF.format(**canaries),
        }
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.lstrip(), encoding="utf-8")
    seed = secrets.randbits(62)
    (root / ".grader").mkdir(mode=0o700)
    (root / ".grader" / "course_seed").write_text(f"{seed}\n", encoding="ascii")
    return Kit(root, canaries, seed)


# --- a class ------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, kw_only=True)
class Graded:
    """What `grader grade` left of a class of programs."""

    kit: Kit
    verdicts: dict[str, Verdict]
    """By the program's name."""
    pages: dict[str, str]
    """By the program's name, the page that the student gets."""
    out: Path
    printed: str
    damage: tuple[str, ...]
    """Files of the teacher's that are not as they were."""


def grade(
    order: Sequence[Program], home: Path, *, level: str, user: int | None
) -> Graded:
    """Grade a class by the real command, as `user` where one is given.

    Nothing that was started may be left when the command has ended.

    Args:
        order: Who hands in, in the order of grading.
        home: An empty folder that everybody may enter.
        level: The lock-down to aim at.
        user: Whose process it is; None for our own.
    """
    made = kit(home / "kit")
    students, out, temporary = home / "class", home / "out", home / "tmp"
    # Students are graded in the order of their names.
    folders = {one.name: one.student(number) for number, one in enumerate(order)}
    for one in order:
        one.hand_in(students / folders[one.name])
    for folder in (out, temporary, home / "ways"):
        folder.mkdir()
    if user is not None:
        for path in (out, temporary, made.root, *_below(made.root)):
            os.chown(path, user, user, follow_symlinks=False)
    before = _facts(made.root)
    with survivors.none(temporary):
        done = subprocess.run(
            _command(made.root, students, out, level),
            capture_output=True,
            timeout=3600,
            cwd=CHECKOUT,
            env=_environment(made, temporary),
            preexec_fn=None if user is None else lambda: _become(user, home / "ways"),
        )
    printed = (done.stdout + done.stderr).decode("utf-8", "backslashreplace")
    assert done.returncode == 0, printed[-4000:]
    after = _facts(made.root)
    labels = names.distinct(folders.values())
    found = documents.load((out / "verdicts.json").read_bytes())
    by_key = {(verdict.student, verdict.exercise): verdict for verdict in found}
    return Graded(
        kit=made,
        verdicts={o.name: by_key[labels[folders[o.name]], o.exercise] for o in order},
        pages={o.name: _page(out, labels[folders[o.name]]) for o in order},
        out=out,
        printed=printed,
        damage=tuple(path for path in before if before[path] != after.get(path)),
    )


def attempt(
    made: Kit, bundle: Path, home: Path, *options: str, level: str = "full"
) -> subprocess.CompletedProcess[str]:
    """Run the real command, which may well refuse; reports go to `home / "out"`."""
    return subprocess.run(
        [*_command(made.root, bundle, home / "out", level), *options],
        capture_output=True,
        timeout=300,
        cwd=CHECKOUT,
        env=_environment(made, home) | {"COLUMNS": "400"},
        text=True,
    )


def _page(out: Path, student: str) -> str:
    page = out / "students" / f"{_file_name(student)}.html"
    return page.read_text(encoding="utf-8")


def _command(root: Path, students: Path, out: Path, level: str) -> list[str]:
    # Nothing but a test asks for less than the machine gives.
    code = (
        "import functools, sys\n"
        "from grader.grading import Grader\n"
        f"Grader.open = functools.partial(Grader.open, level={level!r})\n"
        "from grader.cli.main import main\n"
        "main()\n"
    )
    return [
        *(sys.executable, "-c", code, "--root", str(root)),
        *("grade", str(students), "--out", str(out), "--jobs", str(JOBS)),
        *("--device", "cpu"),
    ]


def _environment(made: Kit, temporary: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(made.root),
        "TMPDIR": str(temporary),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COLUMNS": "160",
        "CANARY": made.canaries["environment"],
    }


def _below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def _facts(root: Path) -> dict[str, tuple[Any, ...]]:
    """What must not change of each file of the teacher's; new ones may come."""
    found = {}
    for path in _below(root):
        facts = path.lstat()
        content = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        times = () if path.is_dir() else (facts.st_mtime_ns, facts.st_nlink)
        found[str(path)] = (facts.st_mode, facts.st_uid, content, *times)
    return found


# --- an ordinary user ---------------------------------------------------------


def _become(user: int, empty: Path) -> None:
    """Be an ordinary user, who may reach an interpreter that lies in root's home."""
    _open_up([sys.base_prefix, sys.prefix, str(CHECKOUT)], str(empty))
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _open_up(paths: Sequence[str], empty: str) -> None:
    """In a mount namespace of our own, show `paths` though folders above are private.

    A private folder is covered by an empty one that anybody may enter, and holds
    nothing but the way to `paths`.
    """
    from grader.runner import ownroot

    private = {
        str(parent)
        for path in paths
        for parent in Path(path).parents
        if not parent.stat().st_mode & 0o001
    }
    ownroot.unshare()
    ownroot._tmpfs(empty, "mode=755")
    for number, path in enumerate(paths):
        os.mkdir(f"{empty}/{number}")
        _bind(path, f"{empty}/{number}")
    for folder in sorted(private, key=len):
        if os.path.exists(folder):
            ownroot._tmpfs(folder, "mode=755")
    for number, path in enumerate(paths):
        if any(path.startswith(f"{folder}/") for folder in private):
            os.makedirs(path, exist_ok=True)
            _bind(f"{empty}/{number}", path)


def _bind(source: str, target: str) -> None:
    from grader.runner import ownroot

    flags = ctypes.c_ulong(ownroot._BIND | ownroot._REC)
    ownroot._call("mount", source.encode(), target.encode(), None, flags, None)
