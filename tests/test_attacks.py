"""What hostile and honest submissions get from `grader grade`, and what they leave.

Each folder of `attacks/` is one submission of a class that the real command grades in
random order, several at once. By default all are graded once as whoever runs the tests,
at the level `full`, and a random few at `strong` and as an ordinary user; `-m slow`
grades all of them in all four ways.
"""

from __future__ import annotations

import os
import random
import re
import secrets
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attacked
import pytest
from attacked import Graded

from grader.exports import documents
from grader.records import CheckVerdict, Outcome, Verdict
from grader.runner import landlock, lockdown, seccomp

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have no lock-down to attack"
)

SEED = int(os.environ.get("ATTACK_SEED", secrets.randbits(32)))
"""Of order and sample; printed, and given again to see the same."""
FEW = 12
PROGRAMS = attacked.programs()
CLASS = [name for name, one in PROGRAMS.items() if "refused" not in one.expected]
WAYS = [("full", "root"), ("strong", "root"), ("full", "user"), ("strong", "user")]
ROOT = os.geteuid() == 0


def _cases() -> Iterator[Any]:
    rng = random.Random(SEED)
    own = ("full", "root" if ROOT else "user")
    for way in WAYS:
        few = CLASS if way == own else sorted(rng.sample(CLASS, min(FEW, len(CLASS))))
        label = "-".join(way)
        yield pytest.param((*way, tuple(few)), id=label)
        if few != CLASS:
            marks = pytest.mark.slow
            yield pytest.param((*way, tuple(CLASS)), id=f"{label}-all", marks=marks)


Case = tuple[str, str, tuple[str, ...]]


@pytest.fixture(scope="module", params=_cases())
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture(scope="module")
def graded(case: Case, request: pytest.FixtureRequest) -> Iterator[Graded]:
    level, user, few = case
    _need(level, user)
    say = request.config.pluginmanager.get_plugin("terminalreporter").write_line
    say(f" {len(few)} programs at {level} as {user}, ATTACK_SEED={SEED}")
    with tempfile.TemporaryDirectory(prefix="attacks-") as folder:
        Path(folder).chmod(0o755)
        yield attacked.grade(
            [PROGRAMS[name] for name in random.Random(SEED).sample(few, len(few))],
            Path(folder),
            level=level,
            user=attacked.USER if user == "user" and ROOT else None,
        )


def _need(level: str, user: str) -> None:
    if not landlock.version() or not seccomp.supported():
        pytest.skip("this kernel has no Landlock or no seccomp")
    if level == "full" and not lockdown.prepare("cpu", level).own_root:
        pytest.skip("no namespaces here")
    if user == "root" and not ROOT:
        pytest.skip("only root can try what root gets")


def test_the_level_is_the_one_that_was_aimed_at(case: Case, graded: Graded) -> None:
    levels = {verdict.isolation.level for verdict in graded.verdicts.values()}
    assert levels == {case[0]}


def test_each_gets_what_it_deserves(case: Case, graded: Graded) -> None:
    level, user, few = case
    wrong = []
    for name in few:
        expected = PROGRAMS[name].expects(level, user)
        verdict, page = graded.verdicts[name], graded.pages[name]
        for why in (*_in_verdict(verdict, expected), *_in_page(page, expected)):
            wrong.append(f"{name}: {why}")
    assert not wrong, "\n" + "\n".join(wrong)


def _in_verdict(verdict: Verdict, expected: dict[str, Any]) -> Iterator[str]:
    """Where the verdict is not what was expected, in words."""
    if expected.get("rejected", "") not in verdict.rejected or (
        bool(verdict.rejected) != ("rejected" in expected)
    ):
        yield f"rejected: {verdict.rejected!r}"
    if expected.get("note", "") not in " ".join(verdict.notes):
        yield f"notes: {verdict.notes}"
    if "points" in expected:
        wanted = {"all": verdict.possible, "none": 0}[expected["points"]]
        if verdict.earned != wanted:
            yield f"points: {verdict.earned} of {verdict.possible}"
    for check in verdict.checks:
        outcome = check.outcome.value
        if outcome not in _wanted(expected.get("outcome", outcome), check):
            yield f"{check.name}: {outcome}, {_why(check)}"
        trouble = check.trouble.value if check.trouble else ""
        if trouble and trouble not in _wanted(expected.get("trouble", trouble), check):
            yield f"{check.name}: {trouble}, {_why(check)}"
        if check.outcome is Outcome.BROKEN:
            yield f"{check.name}: charged with our fault, {_why(check)}"
    said = "\n".join(check.output + _why(check) for check in verdict.checks)
    for text in expected.get("said", []):
        if text not in said:
            yield f"does not say {text!r}: {said[:2000]!r}"


def _wanted(wanted: Any, check: CheckVerdict) -> list[str]:
    """What may become of a check: of that name, else of visible or hidden ones."""
    if isinstance(wanted, dict):
        kind = "hidden" if check.hidden else "visible"
        wanted = wanted.get(check.name, wanted.get(kind, []))
    return wanted if isinstance(wanted, list) else [wanted]


def _why(check: CheckVerdict) -> str:
    said = check.feedback
    return f"{said.message} {said.error} {said.teacher_note}" if said else ""


def _in_page(page: str, expected: dict[str, Any]) -> Iterator[str]:
    for text in expected.get("shows", []):
        if text not in page:
            yield f"its page lacks {text!r}"
    for text in expected.get("hides", []):
        if text in page:
            yield f"its page has {text!r}"


def test_no_page_holds_a_secret(graded: Graded) -> None:
    secret = dict(graded.kit.canaries)
    found = {
        (name, of)
        for name, page in graded.pages.items()
        for of, text in secret.items()
        if text in page
    }
    assert found == set()
    assert not any(str(graded.kit.seed) in page for page in graded.pages.values())


def test_what_the_command_prints_is_inert(graded: Graded) -> None:
    odd = {c for c in graded.printed if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
    assert odd <= {"\n", "\r"}


def test_the_teachers_files_are_as_they_were(graded: Graded) -> None:
    assert graded.damage == ()


# --- bundles that are refused -------------------------------------------------

REFUSED = sorted(set(PROGRAMS) - set(CLASS))


@pytest.mark.parametrize("name", REFUSED)
def test_a_bundle_not_made_in_good_faith_is_refused(name: str, tmp_path: Path) -> None:
    made = attacked.kit(tmp_path / "kit")
    home = tmp_path / "home"
    PROGRAMS[name].hand_in(home / "in")
    before = sorted(home.rglob("*"))
    wanted = PROGRAMS[name].expected["refused"]
    assert {path.name for path in (home / "in").iterdir()} == set(wanted)
    for bundle, text in wanted.items():
        done = attacked.attempt(made, home / "in" / bundle, home)
        assert done.returncode == 2, bundle
        assert text in done.stderr, bundle
        assert "Traceback" not in done.stderr
    # Nothing was written, neither where it should be nor where it should not.
    assert sorted(home.rglob("*")) == before


# --- levels below what grading needs ------------------------------------------


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A class of one, who answers right."""
    right = tmp_path / "class" / "ada" / "doubled.py"
    right.parent.mkdir(parents=True)
    right.write_text("def doubled(x):\n    return 2 * x\n", encoding="utf-8")
    return tmp_path / "class"


@pytest.mark.parametrize("level", ["medium", "none"])
def test_nobody_is_graded_below_strong_unasked(
    level: str, one: Path, tmp_path: Path
) -> None:
    made = attacked.kit(tmp_path / "kit")
    done = attacked.attempt(made, one, tmp_path, level=level)
    assert done.returncode == 3
    assert f"The lock-down of this machine is `{level}`" in done.stderr
    assert not (tmp_path / "out" / "verdicts.json").exists()


def test_a_level_that_was_accepted_stands_in_the_report(
    one: Path, tmp_path: Path
) -> None:
    made = attacked.kit(tmp_path / "kit")
    done = attacked.attempt(made, one, tmp_path, "--accept-level", "none", level="none")
    assert done.returncode == 0, done.stderr
    [verdict] = documents.load((tmp_path / "out" / "verdicts.json").read_bytes())
    assert verdict.earned == verdict.possible
    assert verdict.isolation.level == "none"
    assert "reads a file outside" in verdict.isolation.leaks
    page = (tmp_path / "out" / "teacher" / "ada.html").read_text(encoding="utf-8")
    assert "reads a file outside" in page


# --- the collection -----------------------------------------------------------


def test_every_kind_of_misuse_has_a_program() -> None:
    readme = (attacked.PROGRAMS / "README.md").read_text(encoding="utf-8")
    kinds = {int(number) for number in re.findall(r"^\| (\d+) \|", readme, re.M)}
    shown = {kind for one in PROGRAMS.values() for kind in one.expected["classes"]}
    assert kinds - shown == set()
    assert shown <= kinds


def test_every_folder_is_a_program() -> None:
    folders = {path.name for path in attacked.PROGRAMS.iterdir() if path.is_dir()}
    assert folders == set(PROGRAMS)
    known = {
        *("classes", "exercise", "outcome", "trouble", "points", "rejected", "note"),
        *("shows", "hides", "said", "student", "refused", "strong", "user"),
    }
    for one in PROGRAMS.values():
        assert set(one.expected) <= known, one.name
