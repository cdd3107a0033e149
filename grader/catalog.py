"""The folders `exercises/` and `solutions/` go in, `Exercise` records come out.

Nothing here executes a file of an exercise: checks and docstrings are read with `ast`.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from grader.errors import BadExercise, NotFound
from grader.records import Chaff, Check, Exercise, Limits, Task

FORMAT = 1
_KEY_FORMAT = "1"
"""Raised when recorded answer keys change their meaning."""


class _TaskTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: str
    summary: str = ""


class _LimitsTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    cpu_seconds: float = Limits().cpu_seconds
    wall_seconds: float = Limits().wall_seconds
    memory_mb: int = Limits().memory_mb
    output_kb: int = Limits().output_kb
    disk_mb: int = Limits().disk_mb
    processes: int = Limits().processes
    files: int = Limits().files


class _Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What `exercise.toml` may hold."""

    format: int
    title: str
    order: int
    concepts: tuple[str, ...]
    tasks: tuple[_TaskTable, ...]
    hints: tuple[str, ...]
    topics: tuple[str, ...] = ()
    fresh_runner: bool = False
    limits: _LimitsTable = _LimitsTable()


def find_root(start: Path | None = None) -> Path:
    """Return the kit that `start` lies in: the nearest folder with `exercises/`.

    Without one above `start` (or the working folder), the checkout that this package
    lies in.

    Raises:
        NotFound: There is no kit in either place.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[1]):
        if (folder / "exercises").is_dir():
            return folder
    raise NotFound(
        f"`{here}` is in no kit: no folder above it has `exercises/`.",
        remedy="Go into the kit's folder, or name it with `--root DIR`.",
    )


def load(root: Path) -> tuple[Exercise, ...]:
    """Return the kit's exercises in their order.

    Raises:
        NotFound: `root` has no `exercises/`.
        BadExercise: An exercise breaks its format, or two have the same order.
    """
    root = root.resolve()
    home = root / "exercises"
    if not home.is_dir():
        raise NotFound(
            f"`{root}` has no folder `exercises`.",
            remedy="Name the kit's folder with `--root DIR`.",
        )
    found = [_read(root, folder) for folder in _folders(home)]
    found.sort(key=lambda exercise: (exercise.order, exercise.id))
    for first, second in itertools.pairwise(found):
        if first.order == second.order:
            raise BadExercise(
                f"`{first.id}` and `{second.id}` both have `order = {first.order}`.",
                remedy="Give each exercise an order of its own in `exercise.toml`.",
            )
    return tuple(found)


def _folders(home: Path) -> list[Path]:
    """The exercises' folders; one that has checks but no settings is refused."""
    for path in sorted(home.glob("*/*/checks.py")):
        if not path.with_name("exercise.toml").is_file():
            raise BadExercise(
                f"`{path.parent}` has no `exercise.toml`.",
                remedy="Write it; `docs/authoring.md` has its fields.",
            )
    return [path.parent for path in sorted(home.glob("*/*/exercise.toml"))]


def exercise(root: Path, wanted: str) -> Exercise:
    """Return the exercise that `wanted` means.

    | wanted                                     | means                           |
    | ------------------------------------------ | ------------------------------- |
    | `layers/linear`                            | its id                          |
    | `linear`                                   | its name, where only one has it |
    | `exercises/layers/linear`, `…/linear.py`   | its folder, or a file in it     |

    Raises:
        NotFound: None or several are meant; close names are suggested.
    """
    exercises = load(root)
    paths = [Path(wanted).resolve(), (root / wanted).resolve()]
    paths += [path.parent for path in paths]
    by_id = [one for one in exercises if one.id == wanted.strip("/")]
    by_path = [one for one in exercises if one.folder in paths]
    by_name = [one for one in exercises if one.name == wanted]
    for matches in (by_id, by_path, by_name):
        if len(matches) == 1:
            return matches[0]
    raise _no_exercise(wanted, exercises, by_name)


def _no_exercise(
    wanted: str, exercises: Iterable[Exercise], several: list[Exercise]
) -> NotFound:
    if several:
        names = ", ".join(f"`{one.id}`" for one in several)
        remedy = f"Say which: {names}."
    else:
        names_of = {one.name: one.id for one in exercises}
        known = [*names_of.values(), *names_of]
        close = difflib.get_close_matches(wanted, known, n=1, cutoff=0.5)
        meant = [names_of.get(name, name) for name in close]
        remedy = "`grader list` shows them all."
        if meant:
            remedy = f"Did you mean `{meant[0]}`? {remedy}"
    return NotFound(f"There is no exercise `{wanted}`.", remedy=remedy)


def track_page(root: Path, track: str) -> Path:
    """Return where the page of a track is, if it has one."""
    return root / "exercises" / track / "README.md"


def track_title(root: Path, track: str) -> str:
    """Return the heading of a track's page, or its folder's name."""
    page = track_page(root, track)
    first = (
        page.read_text(encoding="utf-8").partition("\n")[0] if page.is_file() else ""
    )
    return first.lstrip("#").strip() or track.replace("_", " ").capitalize()


# --- one exercise -------------------------------------------------------------


def _read(root: Path, folder: Path) -> Exercise:
    table = _table(folder / "exercise.toml")
    name = f"{folder.parent.name}/{folder.name}"
    solution: Path | None = root / "solutions" / name
    if solution is not None and not (solution / "reference.py").is_file():
        solution = None
    _parse(folder / "probes.py")
    checks = _checks(folder, solution)
    chaffs = tuple(_chaff(path) for path in _python_files(solution, "chaffs"))
    return Exercise(
        id=name,
        title=table.title,
        order=table.order,
        concepts=table.concepts,
        topics=table.topics,
        tasks=tuple(Task(name=one.name, summary=one.summary) for one in table.tasks),
        hints=table.hints,
        limits=Limits(**msgspec.structs.asdict(table.limits)),
        fresh_runner=table.fresh_runner,
        checks=checks,
        folder=folder,
        solution=solution,
        chaffs=chaffs,
        wheats=tuple(_python_files(solution, "wheats")),
        version=_version(table, folder, solution, chaffs),
    )


def _table(path: Path) -> _Table:
    try:
        table = msgspec.toml.decode(path.read_bytes(), type=_Table)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadExercise(
            f"`{path}` is not as it should be: {error}.",
            remedy="`docs/authoring.md` has the fields of `exercise.toml`.",
        ) from None
    if table.format != FORMAT:
        raise BadExercise(
            f"`{path}` has format {table.format}; this grader reads {FORMAT}.",
            remedy="Update the grader or the exercise.",
        )
    if not table.tasks:
        raise BadExercise(
            f"`{path}` names no task.",
            remedy="Add `[[tasks]]` with the `name` of what the stub leaves open.",
        )
    for name, limit in msgspec.structs.asdict(table.limits).items():
        if not 0 < limit < math.inf:
            raise BadExercise(
                f"`{path}` has the limit `{name} = {limit}`.",
                remedy="Give a number above 0, or leave it out.",
            )
    return table


def _python_files(solution: Path | None, folder: str) -> list[Path]:
    return sorted((solution / folder).glob("*.py")) if solution else []


def _checks(folder: Path, solution: Path | None) -> tuple[Check, ...]:
    checks = list(_declared(folder / "checks.py", hidden=False))
    if not checks:
        raise BadExercise(
            f"`{folder / 'checks.py'}` has no check, so nothing could fail.",
            remedy="Write a function `test_…` in it.",
        )
    if solution is not None and (solution / "hidden_checks.py").is_file():
        checks += _declared(solution / "hidden_checks.py", hidden=True)
    names = [check.name for check in checks]
    for index, check in enumerate(checks):
        if names.count(check.name) > 1:
            raise BadExercise(
                f"`{folder}` has two checks named `{check.name}`.",
                remedy="Rename one; visible and hidden checks share their names.",
            )
        for needed in check.depends:
            # A later one would not have run yet, and a student's kit has no hidden one.
            if needed not in names[:index]:
                raise BadExercise(
                    f"`{check.name}` in `{folder}` depends on `{needed}`, "
                    "which is no check that comes before it.",
                    remedy="Correct `@depends`, or the order of the checks.",
                )
    return tuple(checks)


def _declared(path: Path, *, hidden: bool) -> list[Check]:
    body = _parse(path).body
    for node in body:
        # pytest would run these, and nobody would have declared what they are worth.
        if isinstance(node, ast.ClassDef | ast.AsyncFunctionDef) and (
            node.name.lower().startswith("test")
        ):
            raise BadExercise(
                f"`{node.name}` in `{path}` is no plain function.",
                remedy="Write each check as `def test_…` at the top level.",
            )
    return [
        _check(path, node, hidden=hidden)
        for node in body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def _check(path: Path, node: ast.FunctionDef, *, hidden: bool) -> Check:
    marks = _Marks()
    seen: set[str] = set()
    for decorator in node.decorator_list:
        marks = _with_decorator(path, node.name, decorator, marks)
        mark = ast.unparse(decorator).partition("(")[0]
        if mark in seen:
            raise BadExercise(
                f"`{node.name}` in `{path}` has more than one `@{mark}`.",
                remedy=f"Write one `@{mark}(…)` that says it all.",
            )
        seen.add(mark)
    title = _first_paragraph(ast.get_docstring(node) or "")
    if not title:
        raise BadExercise(
            f"`{node.name}` in `{path}` has no docstring.",
            remedy="Its first line is what a student reads beside the outcome.",
        )
    return Check(
        name=node.name,
        title=title,
        points=marks.points,
        hidden=hidden,
        depends=marks.depends,
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a check's decorators say."""

    points: float = 1.0
    depends: tuple[str, ...] = field(default=())


def _with_decorator(path: Path, check: str, node: ast.expr, marks: _Marks) -> _Marks:
    match node:
        case ast.Call(
            func=ast.Name(id="points"), args=[ast.Constant(int() | float() as n)]
        ) if type(n) is not bool and n < math.inf:
            return _Marks(float(n), marks.depends)
        case ast.Call(func=ast.Name(id="depends"), args=args) if args and all(
            isinstance(arg, ast.Constant) and isinstance(arg.value, str) for arg in args
        ):
            names = (arg.value for arg in args if isinstance(arg, ast.Constant))
            return _Marks(marks.points, tuple(map(str, names)))
    raise BadExercise(
        f"`{check}` in `{path}` has a decorator that is not understood: "
        f"`@{ast.unparse(node)}`.",
        remedy='Use `@points(2)` and `@depends("test_other")`, with literal values.',
    )


def _chaff(path: Path) -> Chaff:
    text = ast.get_docstring(_parse(path)) or ""
    sentence, _, promise = text.partition("\nfails:")
    misconception = _first_paragraph(sentence)
    fails, _, hint = promise.partition("\nhint:")
    hint = " ".join(hint.split())
    names = tuple(name.strip() for name in fails.split(",") if name.strip())
    if not (misconception and names and hint):
        raise BadExercise(
            f"The docstring of `{path}` lacks the misconception, `fails:` or `hint:`.",
            remedy="Write a sentence, then `fails: test_a, test_b`, then `hint: …`.",
        )
    return Chaff(
        name=path.stem,
        misconception=misconception,
        fails=names,
        hint=hint,
        path=path,
    )


def _first_paragraph(text: str) -> str:
    return " ".join(text.strip().partition("\n\n")[0].split())


def _parse(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadExercise(
            f"`{path}` is missing.",
            remedy="`docs/authoring.md` lists the files of an exercise.",
        ) from None
    except (SyntaxError, UnicodeDecodeError, ValueError) as error:
        raise BadExercise(
            f"`{path}` is not Python: {error}.", remedy="Correct it."
        ) from None


def _version(
    table: _Table, folder: Path, solution: Path | None, chaffs: tuple[Chaff, ...]
) -> str:
    """Hash what a verdict depends on: any change of it makes recorded keys stale."""
    files = [folder / "probes.py", folder / "checks.py"]
    if solution is not None:
        files += [solution / "hidden_checks.py", solution / "reference.py"]
        files += [chaff.path for chaff in chaffs]
    tasks = [task.name for task in table.tasks]
    settings = f"{_KEY_FORMAT} {table.limits} {table.fresh_runner} {tasks}"
    total = hashlib.sha256(settings.encode())
    for path in files:
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.parent.name}/{path.name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()[:12]
