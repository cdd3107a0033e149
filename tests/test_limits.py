"""Each limit of a runner ends what breaks it, and says which limit that was."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from grader.records import Limits, Observation, Trouble
from grader.runner.client import Launcher, Program

PROBES = "def square(solution, x):\n    return solution.square(x)\n"


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher.start(device="cpu") as started:
        yield started


def observe(launcher: Launcher, body: str, **limits: float) -> Observation:
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    chosen = {"cpu_seconds": 5.0, "wall_seconds": 60.0} | limits
    program = Program(
        text=f"import tensorflow as tf\nkept = []\ndef square(x):\n{lines}",
        name="submission.py",
        probes=PROBES,
        tasks=("square",),
        limits=Limits(**chosen),  # type: ignore[arg-type]
    )
    live = launcher.solution(program)
    live.begin("test_a", hidden=False, seed=1)
    try:
        return live.observe("square", np.array([2.0, 3.0]))
    finally:
        live.close()


def need_a_group(launcher: Launcher) -> None:
    if not any(layer.startswith("cgroup") for layer in launcher.hello.isolation.layers):
        pytest.skip("this user can make no control groups here")


# --- memory -------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("while True: kept.append(bytearray(10**6))", id="Python"),
        pytest.param(
            "while True: kept.append({i: 2 * i for i in range(999)})", id="tiny"
        ),
        pytest.param("return tf.zeros([10**11])", id="huge tensor"),
        pytest.param("while True: kept.append(tf.ones([10**6]))", id="leak"),
    ],
)
def test_memory_of_its_own_runs_out_at_a_line(launcher: Launcher, body: str) -> None:
    """TensorFlow by itself goes on trying for ten seconds."""
    observation = observe(launcher, body, memory_mb=300, wall_seconds=9)
    assert observation.problem is not None
    assert observation.problem.trouble is Trouble.MEMORY_LIMIT
    assert observation.problem.line == 4


def test_shared_memory_counts_too(launcher: Launcher) -> None:
    need_a_group(launcher)
    body = (
        "import mmap\narea = mmap.mmap(-1, 2 << 30)\n"
        "while True: area.write(bytes(1 << 20))"
    )
    observation = observe(launcher, body, memory_mb=64)
    assert observation.problem is not None
    assert observation.problem.trouble is Trouble.MEMORY_LIMIT
    assert observation.problem.message == "more than 64 MiB of memory"


def test_the_peak_is_what_the_submission_took(launcher: Launcher) -> None:
    """Not what it shares with the launcher, which is some hundred MiB."""
    little = observe(launcher, "return x").peak_mb
    much = observe(launcher, "kept.append(bytearray(200 << 20))").peak_mb
    assert 0 < little < 60
    assert 195 < much < little + 260


# --- time ---------------------------------------------------------------------


CPU, WALL = Trouble.CPU_LIMIT, Trouble.WALL_LIMIT
NATIVE = (
    "start = [tf.constant(0)]\n"
    "@tf.function\n"
    "def endless(): return tf.while_loop(lambda i: i < 1, lambda i: (i * 1,), start)\n"
    "endless()"
)
DEAF = (
    "import signal\nfor number in range(1, 65):\n"
    "    try: signal.signal(number, signal.SIG_IGN)\n"
    "    except (OSError, ValueError): pass\nwhile True: pass"
)
STUBBORN = "while True:\n    try: sum(range(10**5))\n    except: pass"


@pytest.mark.parametrize(
    ("body", "trouble", "line"),
    [
        pytest.param("while True: pass", CPU, 4, id="loop"),
        pytest.param("sum(range(10**12))", CPU, None, id="in C"),
        pytest.param(NATIVE, CPU, None, id="in TensorFlow"),
        pytest.param(DEAF, CPU, None, id="ignores signals"),
        pytest.param(STUBBORN, CPU, None, id="catches all"),
        pytest.param("import time\ntime.sleep(60)", WALL, 5, id="sleep"),
        pytest.param("import os\nos.read(os.pipe()[0], 1)", WALL, 5, id="waits"),
    ],
)
def test_time_runs_out(
    launcher: Launcher, body: str, trouble: Trouble, line: int | None
) -> None:
    """Where Python can be interrupted, the line is told as well."""
    limits = {"cpu_seconds": 0.7} if trouble is CPU else {"wall_seconds": 2.0}
    observation = observe(launcher, body, **limits)
    problem = observation.problem
    assert problem is not None
    assert problem.trouble is trouble
    assert (problem.lines[0][0] if problem.lines else None) == line
    assert problem.type == ""
    assert problem.message in (
        "more than 0.7 s of CPU time",
        "more than 2 s of wall time",
    )
    if trouble is CPU:
        assert 0.6 < observation.cpu_seconds < 2


def test_a_late_answer_does_not_count(launcher: Launcher) -> None:
    """Its own limit is caught, and an answer given before it is ended by force."""
    body = "try:\n    while True: pass\nexcept BaseException: return x"
    problem = observe(launcher, body, cpu_seconds=0.7).problem
    assert problem is not None
    assert problem.trouble is Trouble.CPU_LIMIT


def test_the_kernels_own_limit_is_told_as_what_it_is(launcher: Launcher) -> None:
    """It is for the case that the judge is stopped; here, by a signal like its own."""
    problem = observe(launcher, "import os\nos.kill(os.getpid(), 24)").problem
    assert problem is not None
    assert problem.trouble is Trouble.CPU_LIMIT


# --- files, threads, network --------------------------------------------------


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        pytest.param(
            "while True: kept.append(open('f', 'w'))", Trouble.FILE_LIMIT, id="files"
        ),
        pytest.param(
            "for i in range(99): open(str(i), 'wb').write(bytes(1 << 20))",
            Trouble.DISK_LIMIT,
            id="many large files",
        ),
        pytest.param(
            "open('f', 'wb').write(bytes(9 << 20))", Trouble.DISK_LIMIT, id="one file"
        ),
        pytest.param(
            "for i in range(10**5): open(str(i), 'w').close()",
            Trouble.DISK_LIMIT,
            id="many small files",
        ),
        pytest.param(
            "tf.io.write_file('f', tf.io.encode_base64('x' * (9 << 20)))",
            Trouble.DISK_LIMIT,
            id="from TensorFlow",
        ),
        pytest.param(
            "from threading import Event, Thread\n"
            "while True: Thread(target=Event().wait, daemon=True).start()",
            Trouble.PROCESS_LIMIT,
            id="threads",
        ),
        pytest.param("import os\nos.fork()", Trouble.REFUSED, id="process"),
        pytest.param(
            "import subprocess\nsubprocess.run(['/bin/true'])",
            Trouble.REFUSED,
            id="program",
        ),
        pytest.param("import socket\nsocket.socket()", Trouble.REFUSED, id="socket"),
        pytest.param(
            "import urllib.request as r\nr.urlopen('http://127.0.0.1')",
            Trouble.REFUSED,
            id="web",
        ),
        pytest.param(
            "tf.keras.datasets.mnist.load_data()", Trouble.REFUSED, id="data set"
        ),
        pytest.param(
            "import sys\nopen(sys.prefix + '/x', 'w')", Trouble.REFUSED, id="outside"
        ),
    ],
)
def test_what_there_is_too_little_of_is_told_apart(
    launcher: Launcher, body: str, trouble: Trouble
) -> None:
    limits = {"disk_mb": 8, "files": 64, "processes": 32}
    problem = observe(launcher, body, **limits).problem
    assert problem is not None
    assert problem.trouble is trouble, problem
    assert problem.lines


def test_such_a_limit_does_not_end_the_check(launcher: Launcher) -> None:
    body = "try: open('f', 'wb').write(bytes(9 << 20))\nexcept OSError: return x + 1"
    assert observe(launcher, body, disk_mb=8).value.tolist() == [3.0, 4.0]


# --- ends ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "trouble", "message"),
    [
        ("import ctypes\nctypes.string_at(0)", Trouble.CRASH, "SIGSEGV"),
        ("import os\nos.abort()", Trouble.CRASH, "SIGABRT"),
        ("import os\nos.kill(os.getpid(), 9)", Trouble.CRASH, "SIGKILL"),
        ("import os\nos._exit(0)", Trouble.EARLY_EXIT, "exit code 0"),
        ("import os\nos._exit(7)", Trouble.EARLY_EXIT, "exit code 7"),
    ],
)
def test_how_it_ended_is_told(
    launcher: Launcher, body: str, trouble: Trouble, message: str
) -> None:
    problem = observe(launcher, body).problem
    assert problem is not None
    assert (problem.trouble, problem.message) == (trouble, message)


def test_a_flood_of_output_ends_it(launcher: Launcher) -> None:
    observation = observe(launcher, "while True: print('x' * 10**6)")
    assert observation.problem is not None
    assert observation.problem.trouble is Trouble.OUTPUT_LIMIT
    assert len(observation.output) < 70_000


@pytest.mark.parametrize(
    ("base", "trap"),
    [
        ("Exception", "__traceback__"),
        ("Exception", "__context__"),
        ("Exception", "__str__"),
        ("SyntaxError", "filename"),
    ],
)
def test_an_exception_that_raises_when_it_is_read_is_one(
    launcher: Launcher, base: str, trap: str
) -> None:
    body = (
        "class Trap(" + base + "):\n    @property\n"
        f"    def {trap}(self): raise ValueError\nraise Trap"
    )
    problem = observe(launcher, body).problem
    assert problem is not None
    assert problem.trouble is Trouble.RAISED
