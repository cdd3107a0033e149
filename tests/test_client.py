"""A runner answers with values, ends when it must, and takes nothing along."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from grader.errors import DeviceMissing
from grader.records import Limits, Observation, Place, Trouble
from grader.runner import cgroups
from grader.runner.client import Launcher, LiveSolution, Program

PROBES = '''
"""Probes of these tests."""
import collections
import tensorflow as tf

def square(solution, x):
    return solution.square(tf.constant(x))

def kinds(solution):
    return {
        "variable": tf.Variable([1.0]), "half": tf.constant([1.5], tf.bfloat16),
        "text": tf.constant(["a", "é"]), "ragged": tf.ragged.constant([[1], [2, 3]]),
        "sparse": tf.sparse.from_dense([[0, 2]]), "empty": tf.zeros([0, 2]),
        "shape": tf.ones([2, 3]).shape, "dtype": tf.float32, "none": None,
    }

def containers(solution):
    pair, module = collections.namedtuple("Pair", "a b"), tf.Module()
    module.items = [1, tf.constant(2)]
    return pair(1, [2]), module.items, collections.OrderedDict(a=tf.constant(1.5))

def module_is_none(solution):
    return solution is None

def counter(solution):
    solution.count += 1
    return solution.count

def random(solution):
    return tf.random.normal([3])
'''
RIGHT = "count = 0\ndef square(x):\n    print('squaring')\n    return x * x\n"


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher.start(device="cpu") as started:
        yield started


def solution(launcher: Launcher, text: str, **limits: float) -> LiveSolution:
    program = Program(
        text=text,
        name="submission.py",
        probes=PROBES,
        tasks=("square",),
        limits=Limits(**({"cpu_seconds": 2.0, "wall_seconds": 20.0} | limits)),  # type: ignore[arg-type]
    )
    live = launcher.solution(program)
    live.begin("test_a", hidden=False, seed=1)
    return live


def observe(launcher: Launcher, text: str, **limits: float) -> Observation:
    live = solution(launcher, text, **limits)
    try:
        return live.observe("square", np.array([2.0, 3.0]))
    finally:
        live.close()


def test_a_value_comes_back_with_what_was_printed(launcher: Launcher) -> None:
    observation = observe(launcher, RIGHT)
    assert observation.value.tolist() == [4.0, 9.0]
    assert observation.output == "squaring\n"
    assert observation.cpu_seconds > 0


def test_tensors_of_every_kind_become_plain(launcher: Launcher) -> None:
    live = solution(launcher, RIGHT)
    value = live.observe("kinds").value
    live.close()
    assert value["variable"].dtype == np.float32
    assert value["half"].dtype.name == "bfloat16"
    assert value["text"].tolist() == [b"a", "é".encode()]
    assert value["ragged"].splits[0].tolist() == [0, 1, 3]
    assert value["sparse"].dense_shape.tolist() == [1, 2]
    assert value["empty"].shape == (0, 2)
    assert (value["shape"], value["dtype"], value["none"]) == ([2, 3], "float32", None)


def test_lists_tuples_and_dicts_of_other_classes_are_what_they_hold(
    launcher: Launcher,
) -> None:
    live = solution(launcher, RIGHT)
    value = live.observe("containers").value
    live.close()
    assert value == ((1, [2]), [1, 2], {"a": 1.5})
    assert [type(one) for one in value] == [tuple, list, dict]


def test_each_check_begins_on_a_clean_slate(launcher: Launcher) -> None:
    live = solution(launcher, RIGHT)
    assert [live.observe("counter").value for _ in range(2)] == [1, 2]
    first = live.observe("random").value
    live.begin("test_b", hidden=False, seed=1)
    assert live.observe("counter").value == 1
    assert live.observe("random").value.tolist() == first.tolist()
    live.close()


def test_other_places_have_the_code_or_not(launcher: Launcher) -> None:
    live = solution(launcher, RIGHT)
    places = [Place.HERE, Place.ANOTHER, Place.CODELESS]
    found = [live.observe("module_is_none", place=place).value for place in places]
    live.close()
    assert found == [False, False, True]


@pytest.mark.parametrize(
    ("body", "trouble", "line"),
    [
        ("return x.foo", Trouble.RAISED, 2),
        ("raise NotImplementedError('your turn')", Trouble.UNFILLED, 2),
        ("return lambda: 0", Trouble.NOT_PLAIN, None),
        ("raise SystemExit", Trouble.RAISED, 2),
        ("while True: pass", Trouble.CPU_LIMIT, 2),
        ("import os; os._exit(0)", Trouble.EARLY_EXIT, None),
        ("import ctypes; ctypes.string_at(0)", Trouble.CRASH, None),
        ("import os; os.abort()", Trouble.CRASH, None),
        ("while True: print('x' * 10**6)", Trouble.OUTPUT_LIMIT, None),
        ("l = []\n    while True: l.append([0] * 10**6)", Trouble.MEMORY_LIMIT, 3),
    ],
)
def test_what_goes_wrong_in_a_call_is_told_apart(
    launcher: Launcher, body: str, trouble: Trouble, line: int | None
) -> None:
    # Memory is short enough to be used up well before the time is.
    text = f"def square(x):\n    {body}\n"
    problem = observe(launcher, text, memory_mb=256).problem
    assert problem is not None
    assert problem.trouble is trouble
    assert problem.line == line


def test_who_only_waits_is_ended_by_the_wall_clock(launcher: Launcher) -> None:
    text = "import time\ndef square(x):\n    time.sleep(60)\n"
    observation = observe(launcher, text, wall_seconds=2)
    assert observation.problem is not None
    assert observation.problem.trouble is Trouble.WALL_LIMIT
    assert observation.cpu_seconds < 1


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", Trouble.MISSING),
        ("import nothing_of_that_name", Trouble.NOT_LOADED),
        ("raise SystemExit", Trouble.NOT_LOADED),
        ("import os\nos._exit(0)", Trouble.EARLY_EXIT),
    ],
)
def test_what_goes_wrong_at_import_is_told_apart(
    launcher: Launcher, text: str, trouble: Trouble
) -> None:
    problem = observe(launcher, text).problem
    assert problem is not None
    assert problem.trouble is trouble


FORGER = """
import os
for number in range(3, 64):
    try:
        os.write(number, {payload!r})
    except OSError:
        pass
def square(x):
    return x
"""


@pytest.mark.parametrize("payload", [b"rubbish " * 10, b"tfk1" + b"\xff" * 8])
def test_forged_bytes_on_the_channel_end_the_runner(
    launcher: Launcher, payload: bytes
) -> None:
    problem = observe(launcher, FORGER.format(payload=payload)).problem
    assert problem is not None
    assert problem.trouble is Trouble.PROTOCOL


# Each finds the channel among the runner's descriptors, and misuses it.
CHANNEL = """
import os, socket, time
import numpy as np
from grader import wire

def channels():
    for number in range(3, 64):
        try:
            yield socket.socket(fileno=number)
        except OSError:
            pass

def square(x):
    for channel in channels():
        {misuse}
"""


@pytest.mark.parametrize(
    ("misuse", "trouble"),
    [
        # An array compares to an array: a client that compares first would raise.
        (
            "channel.sendall(wire.encode({'id': np.array([1, 2]), 'value': 1}))",
            Trouble.PROTOCOL,
        ),
        (
            "channel.sendall(wire.encode({'id': 3, 'problem': {'trouble': 'broken', "
            "'type': '', 'message': '', 'lines': []}}))",
            Trouble.PROTOCOL,
        ),
        ("channel.shutdown(socket.SHUT_RDWR); time.sleep(60)", Trouble.PROTOCOL),
        ("channel.close(); time.sleep(60)", Trouble.PROTOCOL),
    ],
)
def test_an_abused_channel_is_a_breach_and_not_our_fault(
    launcher: Launcher, misuse: str, trouble: Trouble
) -> None:
    problem = observe(launcher, CHANNEL.format(misuse=misuse), wall_seconds=20).problem
    assert problem is not None
    assert problem.trouble is trouble


def test_an_answer_in_drops_does_not_hold_the_clock(launcher: Launcher) -> None:
    drops = (
        "channel.sendall(wire.PREFIX.pack(wire.MAGIC, 1000, 15 << 20))\n"
        "        while True: channel.send(b' '); time.sleep(0.01)"
    )
    began = time.monotonic()
    problem = observe(launcher, CHANNEL.format(misuse=drops), wall_seconds=2).problem
    assert problem is not None
    assert problem.trouble is Trouble.WALL_LIMIT
    assert time.monotonic() - began < 6


def test_a_runner_that_closed_its_output_costs_us_no_time(launcher: Launcher) -> None:
    text = (
        "import os, time\ndef square(x):\n    os.close(1)\n    os.close(2)\n"
        "    time.sleep(1)\n    return x * x\n"
    )
    live = solution(launcher, text)
    began = time.process_time()
    observation = live.observe("square", np.array([2.0]))
    live.close()
    assert time.process_time() - began < 0.5
    assert observation.value.tolist() == [4.0]


def test_time_between_calls_is_not_the_runners(launcher: Launcher) -> None:
    live = solution(launcher, RIGHT, wall_seconds=1.5)
    live.observe("counter")
    time.sleep(2)
    observation = live.observe("counter")
    live.close()
    assert observation.value == 2


def test_what_a_limit_ended_still_tells_its_time_and_output(launcher: Launcher) -> None:
    text = "def square(x):\n    print('on', flush=True)\n    while True: pass\n"
    observation = observe(launcher, text, cpu_seconds=1)
    assert observation.output == "on\n"
    assert 0.8 < observation.cpu_seconds < 2


# Of the first size, which has just more than is ever held, the last part is trimmed.
@pytest.mark.parametrize("size", [131_071, 1_000_000])
def test_much_output_is_cut_in_the_middle(launcher: Launcher, size: int) -> None:
    text = f"def square(x):\n    print('a' * {size} + 'z')\n    return x * x\n"
    observation = observe(launcher, text)
    assert observation.problem is None
    assert len(observation.output) < 70_000
    assert observation.output.startswith("aaa")
    assert "… (cut)" in observation.output
    assert observation.output.endswith("z\n")


def test_an_endless_import_ends_once(launcher: Launcher) -> None:
    live = solution(launcher, "while True: pass\n", cpu_seconds=1)
    began = time.monotonic()
    for check in ("test_a", "test_b", "test_c"):
        live.begin(check, hidden=False, seed=1)
        problem = live.observe("square", np.array([1.0])).problem
        assert problem is not None
        assert problem.trouble is Trouble.CPU_LIMIT
    live.close()
    assert time.monotonic() - began < 6


def test_after_its_end_a_check_sees_the_same_problem(launcher: Launcher) -> None:
    live = solution(launcher, "import os\ndef square(x):\n    os._exit(3)\n")
    first = live.observe("square", np.array([1.0])).problem
    assert first == live.observe("counter").problem
    assert first is not None
    assert first.message == "exit code 3"
    live.close()


def test_graph_errors_name_the_students_line(launcher: Launcher) -> None:
    text = (
        "import tensorflow as tf\n\n@tf.function\ndef square(x):\n"
        "    if tf.reduce_sum(x) > 0:\n        return x @ tf.ones([7, 7])\n"
        "    return x\n"
    )
    problem = observe(launcher, text).problem
    assert problem is not None
    assert problem.trouble is Trouble.RAISED
    assert problem.line == 6
    assert "/" + "grader" not in problem.message


def test_a_traceback_in_a_message_keeps_the_students_lines(launcher: Launcher) -> None:
    text = (
        "import tensorflow as tf\n\n@tf.function\ndef square(x):\n    kept = []\n"
        "    for i in tf.range(3):\n        kept.append(x + 1)\n"
        "    return tf.stack(kept)\n"
    )
    problem = observe(launcher, text).problem
    assert problem is not None
    assert "out of scope" in problem.message
    assert 'File "submission.py", line 7' in problem.message
    assert problem.message.count("File ") == problem.message.count("submission.py")


def test_an_error_in_a_graph_says_first_what_is_wrong(launcher: Launcher) -> None:
    for body in (
        "@tf.function\ndef square(x):\n    return tf.gather(x, 7)\n",
        "def square(x):\n    with tf.Graph().as_default() as graph:\n"
        "        y = tf.gather(tf.compat.v1.placeholder(tf.float32, [None]), 7)\n"
        "    session = tf.compat.v1.Session(graph=graph)\n"
        "    return session.run(y, {y.op.inputs[0]: [1.0]})\n",
    ):
        problem = observe(launcher, f"import tensorflow as tf\n\n{body}").problem
        assert problem is not None
        assert problem.message.startswith("indices = 7 is not in [0, ")
        assert "Graph execution error" in problem.message
        assert "\n\n\n" not in problem.message


def test_a_message_is_passed_on_without_colours(launcher: Launcher) -> None:
    text = (
        "def square(x):\n    raise ValueError('\\x1b[1mbold\\x1b[0m and \\x1b[31mred')"
    )
    problem = observe(launcher, text).problem
    assert problem is not None
    assert problem.message == "bold and red"


def test_hidden_checks_get_a_runner_of_their_own(launcher: Launcher) -> None:
    text = (
        "import tensorflow as tf\ncount = getattr(tf, 'left_behind', 0)\n"
        "tf.left_behind = 100\n"
    )
    live = solution(launcher, text)
    counts = [live.observe("counter").value]
    for hidden in (False, True):
        live.begin("test", hidden=hidden, seed=1)
        counts.append(live.observe("counter").value)
    live.close()
    assert counts == [1, 101, 1]


def test_without_a_fork_each_runner_is_a_fresh_interpreter() -> None:
    with Launcher.start(device="cpu", fork=False) as started:
        live = solution(started, RIGHT)
        assert live.observe("square", np.array([3.0])).value.tolist() == [9.0]
        (runner,) = psutil.Process(started.pid).children()
        problem = observe(started, "import os\nos._exit(0)\n").problem
        assert problem is not None
        assert problem.trouble is Trouble.EARLY_EXIT
        locked = "def square(x):\n    open('/etc/passwd')\n"
        problem = observe(started, locked).problem
        assert problem is not None
        assert problem.type in ("FileNotFoundError", "PermissionError")
        live.close()
        psutil.wait_procs([runner], timeout=10)
        assert not runner.is_running()


def test_depth_of_folders_does_not_end_the_launcher() -> None:
    text = (
        "import os\ndef square(x):\n    for _ in range(1500):\n"
        "        os.mkdir('d')\n        os.chdir('d')\n    return x * x\n"
    )
    with Launcher.start(device="cpu", level="strong") as started:
        for _ in range(2):
            assert observe(started, text).value.tolist() == [4.0, 9.0]


def test_the_next_check_gets_a_new_runner_after_a_crash(launcher: Launcher) -> None:
    text = (
        "import os\ndef square(x):\n"
        "    if float(x[0]) < 0:\n        os._exit(3)\n    return x * x\n"
    )
    live = solution(launcher, text)
    problem = live.observe("square", np.array([-1.0])).problem
    assert problem is not None
    live.begin("test_b", hidden=False, seed=1)
    assert live.observe("square", np.array([2.0])).value.tolist() == [4.0]
    live.close()


def test_closing_leaves_no_process(launcher: Launcher) -> None:
    live = solution(launcher, RIGHT)
    live.observe("square", np.array([1.0]))
    parent = psutil.Process(launcher.pid)
    assert parent.children(recursive=True)
    live.close()
    deadline = time.monotonic() + 10
    while parent.children(recursive=True) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert parent.children(recursive=True) == []


def test_a_layer_that_fails_is_put_on_once_more_and_never_left_out() -> None:
    home = cgroups.find()
    if home is None:
        pytest.skip("this user can make no control groups here")
    with Launcher.start(device="cpu", level="strong") as started:
        folder = Path(home.memory, f"grader-{started.pid}")
        for taken, trouble in (((1,), None), ((3, 4), Trouble.BROKEN)):
            for number in taken:  # so that the launcher cannot make it
                Path(f"{folder}-{number}").mkdir()
            problem = observe(started, RIGHT).problem
            assert (problem.trouble if problem else None) is trouble


def test_the_launcher_holds_nothing_of_ours_but_the_wire() -> None:
    code = (
        "import sys; import grader.runner.launcher; "
        "print(sorted(name for name in sys.modules if name.startswith('grader')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    held = set(eval(done.stdout))
    assert "grader.wire" in held
    ours = {name for name in held if not name.startswith("grader.runner")}
    assert ours == {"grader", "grader.wire"}
    assert not held & {"grader.runner.client", "grader.runner.outside"}


@pytest.mark.skipif(os.path.exists("/dev/nvidiactl"), reason="there is a GPU here")
def test_a_missing_gpu_is_a_clear_error() -> None:
    with pytest.raises(DeviceMissing, match="no device `gpu`"):
        Launcher.start(device="gpu")


def test_runners_that_end_as_they_are_closed_do_not_harm_the_launcher(
    launcher: Launcher,
) -> None:
    """The channel's end and the status socket's may reach the launcher at once."""
    for _ in range(60):
        live = solution(launcher, "import os\ndef square(x):\n    os._exit(0)\n")
        live.close()
        runner = solution(launcher, RIGHT)
        runner.observe("module_is_none")
        runner.close()
    assert observe(launcher, RIGHT).problem is None
