"""What `grader doctor` says of a machine that lacks something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.runner import remedies
from grader.runner.remedies import Machine

ALL = (
    *("limits", "cgroup 2 (memory, processes)", "no new privileges", "landlock 7"),
    *("seccomp", "namespaces (mount, network, ipc, uts)", "private tmpfs", "own root"),
)
USER = Machine(
    system="linux",
    processor="x86_64",
    kernel=(6, 8),
    root=False,
    gpu=False,
    settings={"user.max_user_namespaces": "96365"},
    security_modules="lockdown,capability,landlock,yama,apparmor",
)
ROOT = replace(USER, root=True)
UBUNTU = {"kernel.apparmor_restrict_unprivileged_userns": "1"}


def without(word: str) -> list[str]:
    return [layer for layer in ALL if not layer.startswith(word)]


def test_where_all_holds_nothing_is_missing() -> None:
    assert remedies.missing(ALL, USER) == []


@pytest.mark.parametrize(
    ("layer", "here", "why", "remedy"),
    [
        ("landlock", replace(USER, kernel=(5, 4)), "kernel is 5.4", "Linux 5.13"),
        (
            "landlock",
            replace(USER, security_modules="capability,yama"),
            "`lsm=capability,yama`",
            "`landlock,` before",
        ),
        (
            "landlock",
            replace(USER, security_modules=""),
            "container's filter",
            "seccomp=",
        ),
        ("seccomp", USER, "without filters", "CONFIG_SECCOMP_FILTER"),
        (
            "seccomp",
            replace(USER, processor="riscv64"),
            "no table of system calls for riscv64",
            "aarch64, x86_64",
        ),
        (
            "namespaces",
            replace(USER, settings=UBUNTU),
            "`kernel.apparmor_restrict_unprivileged_userns = 1`",
            "`sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`",
        ),
        (
            "namespaces",
            replace(USER, settings={"user.max_user_namespaces": "0"}),
            "`user.max_user_namespaces = 0`",
            "`sysctl -w user.max_user_namespaces=15000`",
        ),
        ("namespaces", USER, "as in a container", "outside of it"),
        ("namespaces", ROOT, "root may not", "--cap-add SYS_ADMIN"),
        ("own root", USER, "no namespaces", "readable by this user"),
        ("own root", replace(USER, gpu=True), "GPU's driver", "--device cpu"),
        ("cgroup", USER, "group of root's", "systemd-run --user --scope"),
        ("cgroup", ROOT, "cannot be written", "writable"),
    ],
)
def test_what_is_missing_comes_with_a_remedy(
    layer: str, here: Machine, why: str, remedy: str
) -> None:
    [found] = remedies.missing(without(layer), here)
    assert found.layer == layer
    assert why in found.why
    assert remedy in found.remedy


def test_elsewhere_there_are_limits_alone() -> None:
    [found] = remedies.missing(["limits"], replace(USER, system="darwin"))
    assert "darwin" in found.why


def test_this_machine_can_be_looked_at() -> None:
    here = remedies.machine(gpu=False)
    assert here.processor
    assert here.system != "linux" or here.kernel > (2, 6)
