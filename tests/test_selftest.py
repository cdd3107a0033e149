"""The level is what was observed: by trying, and not by what was put on."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import partial

import pytest

from grader.runner import landlock, lockdown, seccomp, selftest
from grader.runner.cgroups import Home

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not landlock.version() or not seccomp.supported(),
    reason="this kernel has no Landlock or no seccomp",
)

FILES = {
    *("reads a file outside", "writes outside", "empties a file outside"),
    "lists a folder outside",
}
NAMES = {"sees the name of a file outside", "fills the disk with many files"}
CALLS = {
    *("starts a process", "opens a network socket", "opens a local socket"),
    *("makes a memory file", "uses a keyring"),
}


def observe(level: str) -> tuple[str, set[str]]:
    report = selftest.run(lockdown.prepare("cpu", level))
    assert report.failures == ()
    return report.level, set(report.leaks)


def need_an_own_root() -> None:
    if not lockdown.prepare("cpu", "full").own_root:
        pytest.skip("no namespaces here")


def test_at_full_nothing_gets_through() -> None:
    need_an_own_root()
    assert observe("full") == ("full", set())


def test_at_strong_names_do() -> None:
    assert observe("strong") == ("strong", NAMES)


def test_at_medium_calls_do_and_files_do_not() -> None:
    level, leaks = observe("medium")
    assert level == "medium"
    assert CALLS <= leaks and not FILES & leaks
    assert "starts a program" not in leaks, "Landlock allows to execute nothing"


def test_at_weak_files_do_and_calls_do_not() -> None:
    level, leaks = observe("weak")
    assert level == "weak"
    assert leaks - {"reads the launcher's environment"} == FILES | NAMES


def test_at_none_all_does() -> None:
    level, leaks = observe("none")
    assert level == "none"
    assert FILES | NAMES | CALLS | {"starts a program", "signals the launcher"} <= leaks


def test_a_gpu_has_a_level_of_its_own() -> None:
    """It is the lock that counts here: no GPU is needed to put it on."""
    prepared = lockdown.prepare("gpu", "full")
    assert selftest.run(prepared).level == "device"
    assert selftest.run(lockdown.prepare("gpu", "medium")).level == "medium"
    ranks = [lockdown.LEVELS.index(one) for one in ("medium", "device", "strong")]
    assert ranks == sorted(ranks)


def test_a_layer_that_is_left_out_lowers_the_level() -> None:
    need_an_own_root()
    full = lockdown.prepare("cpu", "full")
    # Twice the same: what an own root does not show, Landlock need not refuse.
    assert selftest.run(replace(full, abi=0)).level == "full"
    assert selftest.run(replace(full, own_root=False)).level == "strong"
    assert selftest.run(replace(full, seccomp=False)).level == "medium"
    assert selftest.run(replace(full, own_root=False, abi=0)).level == "weak"


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param(lambda: 1 / 0, "division by zero", id="raises"),
        pytest.param(os.abort, "it ended early", id="crashes"),
        pytest.param(lambda: os.stat("/etc/passwd"), "No such file", id="needs a file"),
    ],
)
def test_a_lock_under_which_nothing_works_is_no_lock(work: object, said: str) -> None:
    need_an_own_root()
    report = selftest.run(lockdown.prepare("cpu", "full"), work)  # type: ignore[arg-type]
    assert report.level == "none"
    assert said in report.failures[0]


def test_a_layer_that_cannot_be_put_on_is_no_lock() -> None:
    home = Home(1, "/no/such/folder", "")
    report = selftest.run(replace(lockdown.prepare("cpu", "strong"), cgroup=home))
    assert report.level == "none"
    assert report.failures[0].startswith("cgroup: ")


def test_the_strongest_lock_that_works_is_taken() -> None:
    """A file outside can be named at `strong`, and read where there is no Landlock."""
    need_an_own_root()
    for work, level in ((os.stat, "strong"), (os.listdir, "weak")):
        _, report = selftest.strongest("cpu", "full", partial(work, "/var"))
        assert report.level == level
        assert report.failures[0].startswith("full: ")
    prepared, report = selftest.strongest("cpu", "strong", lambda: None)
    assert (prepared.level, report.level, report.failures) == ("strong", "strong", ())
