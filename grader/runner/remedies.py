"""The layers that hold go in; what is missing comes out, with why and a remedy."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from grader.runner.syscalls import NUMBERS

_USER_NAMESPACES = {
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "user.max_user_namespaces": ("0", "15000"),
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
}
"""Settings that forbid an ordinary user namespaces: the value, and what to set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What a remedy depends on."""

    system: str
    processor: str
    kernel: tuple[int, int]
    root: bool
    gpu: bool
    """Whether the GPU is graded on."""
    settings: dict[str, str]
    """The kernel's settings of `_USER_NAMESPACES`, where it has them."""
    security_modules: str
    """What the kernel started, by commas; empty where it does not tell."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A layer that this machine does not give."""

    layer: str
    why: str
    remedy: str


def machine(*, gpu: bool) -> Machine:
    """Look at the machine that this runs on."""
    settings = {
        name: _read(f"/proc/sys/{name.replace('.', '/')}") for name in _USER_NAMESPACES
    }
    release = re.match(r"(\d+)\.(\d+)", platform.release())
    return Machine(
        system=sys.platform,
        processor=platform.machine(),
        kernel=(int(release[1]), int(release[2])) if release else (0, 0),
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        gpu=gpu,
        settings={name: value for name, value in settings.items() if value},
        security_modules=_read("/sys/kernel/security/lsm"),
    )


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:
            return file.read().strip()
    except OSError:
        return ""


def missing(layers: Sequence[str], here: Machine) -> list[Missing]:
    """Return the layers that are missing.

    Args:
        layers: Those that hold, as `Isolation` names them.
        here: The machine.
    """
    if here.system != "linux":
        return [
            Missing(
                "all but limits",
                f"They are Linux's, and this is {here.system}.",
                "Grade untrusted work on a Linux machine, a virtual one will do.",
            )
        ]
    names = " ".join(layers)
    return [find(here) for word, find in _FINDERS.items() if word not in names]


def _landlock(here: Machine) -> Missing:
    if here.kernel < (5, 13):
        number = ".".join(map(str, here.kernel))
        why, remedy = f"The kernel is {number}.", "Use Linux 5.13 or later."
    elif here.security_modules and "landlock" not in here.security_modules:
        why = f"The kernel was started with `lsm={here.security_modules}`."
        remedy = "Put `landlock,` before that list on the kernel's command line."
    else:
        why = "The kernel was built without it, or a container's filter refuses it."
        remedy = "In a container, add `--security-opt seccomp=unconfined`."
    return Missing("landlock", why, remedy)


def _seccomp(here: Machine) -> Missing:
    if here.processor in NUMBERS:
        why = "The kernel was built without filters of system calls."
        remedy = "Use a kernel with CONFIG_SECCOMP_FILTER; distributions have it."
    else:
        why = f"There is no table of system calls for {here.processor}."
        remedy = f"Use one of {', '.join(sorted(NUMBERS))}."
    return Missing("seccomp", why, remedy)


def _namespaces(here: Machine) -> Missing:
    forbidding = [
        (name, allowed)
        for name, (forbidden, allowed) in _USER_NAMESPACES.items()
        if here.settings.get(name) == forbidden
    ]
    if here.root:
        why = "This root may not make any: it is that of a container."
        remedy = "Run the container with `--cap-add SYS_ADMIN`, or grade outside of it."
    elif forbidding:
        why = "The system forbids them: " + ", ".join(
            f"`{name} = {here.settings[name]}`" for name, _ in forbidding
        )
        remedy = "As root: " + "; ".join(
            f"`sysctl -w {name}={allowed}`" for name, allowed in forbidding
        )
    else:
        why = "The kernel refuses them, as in a container."
        remedy = "Grade outside of it, or as root with `--cap-add SYS_ADMIN`."
    return Missing("namespaces", why, remedy)


def _own_root(here: Machine) -> Missing:
    if here.gpu:
        why = "A GPU's driver looks for its devices in too many places."
        remedy = "Add `--device cpu`."
    else:
        why = (
            "There are no namespaces, or a folder cannot be shown in a root of its own."
        )
        remedy = "See to the namespaces; the interpreter must be readable by this user."
    return Missing("own root", why, remedy)


def _cgroup(here: Machine) -> Missing:
    if here.root:
        why = "The tree of groups cannot be written to, as in a container."
        remedy = "Mount /sys/fs/cgroup writable, or grade outside of the container."
    else:
        why = "This user's processes are in a group of root's."
        remedy = "Where systemd runs: `systemd-run --user --scope grader grade …`"
    return Missing("cgroup", why, remedy)


_FINDERS = {
    "landlock": _landlock,
    "seccomp": _seccomp,
    "namespaces": _namespaces,
    "own root": _own_root,
    "cgroup": _cgroup,
}
