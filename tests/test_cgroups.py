"""Limits of a group: in the kernel's own groups, and in folders that look like them."""

from __future__ import annotations

import mmap
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.runner import cgroups
from grader.runner.cgroups import Group, Home


@pytest.fixture
def group() -> Iterator[Group]:
    """A group of the kernel's, of 64 MiB and 8 processes."""
    home = cgroups.find()
    if home is None:
        pytest.skip("this user can make no control groups here")
    made = home.group(99)
    made.limit(64, 8)
    yield made
    assert made.remove()


def within(group: Group, action: Callable[[], object]) -> int:
    """Fork a process that enters the group and acts; return its exit code."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            group.enter()
            action()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def use_up(mega: int) -> None:
    """Touch memory that is shared, as no other limit counts it."""
    area = mmap.mmap(-1, mega << 20)
    for _ in range(mega):
        area.write(bytes(1 << 20))


def test_the_peak_is_of_the_group_alone(group: Group) -> None:
    large = bytearray(50 << 20)
    assert within(group, lambda: use_up(30)) == 0
    assert 30 <= group.peak_mb() < 45
    assert not group.ran_out()
    del large


def test_too_much_memory_ends_the_process(group: Group) -> None:
    assert within(group, lambda: use_up(100)) == -9
    assert group.ran_out()
    assert 55 < group.peak_mb() <= 64


def test_who_is_killed_otherwise_did_not_run_out(group: Group) -> None:
    assert within(group, lambda: os.kill(os.getpid(), 9)) == -9
    assert not group.ran_out()


def test_processes_are_counted(group: Group) -> None:
    if not group.pids:
        pytest.skip("processes cannot be limited here")

    def fork_many() -> None:
        for _ in range(20):
            if os.fork() == 0:
                time.sleep(30)
                os._exit(0)

    assert within(group, fork_many) == 1
    members = Path(group.pids, "cgroup.procs").read_text().split()
    assert 0 < len(members) <= 8
    # That those which still sleep are ended is what the fixture asserts.


def test_removing_ends_whoever_is_inside() -> None:
    home = cgroups.find()
    if home is None:
        pytest.skip("this user can make no control groups here")
    group = home.group(98)
    group.limit(64, 8)
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    for folder in group.folders:
        Path(folder, "cgroup.procs").write_text(str(sleeper.pid))
    assert group.remove()
    assert sleeper.wait(5) == -9
    assert not any(map(os.path.exists, group.folders))
    assert group.remove(), "what is gone is removed"


def test_groups_of_the_dead_are_swept_and_those_of_the_living_are_not() -> None:
    home = cgroups.find()
    if home is None:
        pytest.skip("this user can make no control groups here")
    ended = subprocess.Popen(["true"])
    ended.wait()
    orphan = home.group(97).memory.replace(f"-{os.getpid()}-", f"-{ended.pid}-")
    os.mkdir(orphan)
    own = home.group(96)
    own.limit(64, 8)
    home.sweep()
    assert not os.path.exists(orphan)
    assert all(map(os.path.exists, own.folders))
    own.remove()


# --- where groups can be made ------------------------------------------------


SECOND = "30 23 0:27 {root} {top} rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n"
FIRST = "36 35 0:36 / {top}/{name} rw,relatime - cgroup cgroup rw,{name}\n"


def machine(
    folder: Path, mounts: str, ours: str, handed: dict[str, str] | None = None
) -> Home | None:
    """What is found on a machine whose tables and folders are these."""
    (folder / "mounts").write_text("22 1 8:1 / / rw - ext4 /dev/vda rw\n" + mounts)
    (folder / "ours").write_text(ours)
    for path, controllers in (handed or {}).items():
        home = folder / "cgroup" / path
        home.mkdir(parents=True, exist_ok=True)
        (home / "cgroup.subtree_control").write_text(controllers)
        (home / "cgroup.procs").write_text("")
    return cgroups.find(str(folder / "mounts"), str(folder / "ours"))


def test_the_second_version_is_found_where_limits_are_handed_down(
    tmp_path: Path,
) -> None:
    top = tmp_path / "cgroup"
    found = machine(
        tmp_path,
        SECOND.format(root="/", top=top),
        "0::/user.slice/app.slice/run-7.scope\n",
        {
            "": "cpu memory pids\n",
            "user.slice": "memory pids\n",
            "user.slice/app.slice": "memory pids\n",
            "user.slice/app.slice/run-7.scope": "\n",
        },
    )
    expected = str(top / "user.slice" / "app.slice")
    assert found == Home(2, expected, expected)


def test_without_a_limit_of_processes_memory_is_limited_alone(tmp_path: Path) -> None:
    top = tmp_path / "cgroup"
    mounts = SECOND.format(root="/", top=top)
    found = machine(tmp_path, mounts, "0::/a\n", {"": "memory", "a": ""})
    assert found == Home(2, str(top), "")


def test_a_container_sees_a_part_of_the_tree(tmp_path: Path) -> None:
    mounts = SECOND.format(root="/docker/17", top=tmp_path / "cgroup")
    handed = {"": "memory pids", "inner": "\n"}
    found = machine(tmp_path, mounts, "0::/docker/17/inner\n", handed)
    assert found == Home(2, str(tmp_path / "cgroup"), str(tmp_path / "cgroup"))


@pytest.mark.parametrize(
    ("ours", "handed"),
    [
        pytest.param("0::/a\n", {"": "cpu", "a": ""}, id="memory is not handed down"),
        pytest.param("0::/b\n", {"": "memory"}, id="not shown here"),
        pytest.param("", {"": "memory"}, id="in no group"),
    ],
)
def test_there_may_be_no_place_for_groups(
    tmp_path: Path, ours: str, handed: dict[str, str]
) -> None:
    mounts = SECOND.format(root="/", top=tmp_path / "cgroup")
    assert machine(tmp_path, mounts, ours, handed) is None


def test_the_first_version_is_found_beside_an_empty_second(tmp_path: Path) -> None:
    top = tmp_path / "first"
    for name in ("memory/a", "pids"):
        (top / name).mkdir(parents=True)
    mounts = "".join(FIRST.format(top=top, name=name) for name in ("memory", "pids"))
    mounts += SECOND.format(root="/", top=tmp_path / "cgroup")
    ours = "8:pids:/\n4:memory:/a\n0::/\n"
    found = machine(tmp_path, mounts, ours, {"": "hugetlb"})
    assert found == Home(1, str(top / "memory" / "a"), str(top / "pids"))


def test_the_second_versions_files_are_written_and_read(tmp_path: Path) -> None:
    group = Home(2, str(tmp_path), str(tmp_path)).group(1)
    group.limit(64, 8)
    folder = Path(group.memory)
    assert (folder / "memory.max").read_text() == str(64 << 20)
    assert (folder / "memory.swap.max").read_text() == "0"
    assert (folder / "pids.max").read_text() == "8"
    group.enter()
    assert (folder / "cgroup.procs").read_text() == "0"
    assert (group.peak_mb(), group.ran_out()) == (0.0, False)
    (folder / "memory.peak").write_text(f"{5 << 20}\n")
    (folder / "memory.events").write_text("max 9\noom 1\noom_kill 1\n")
    assert (group.peak_mb(), group.ran_out()) == (5.0, True)
    (folder / "memory.events").write_text("max 0\noom 0\noom_kill 1\n")
    assert not group.ran_out(), "the machine's memory was full"
