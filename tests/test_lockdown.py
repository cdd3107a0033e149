"""What a locked-down process can and cannot do: real children, without TensorFlow.

`SCRIPT` runs in an interpreter of its own, forks a child for each attempt, locks it
down and prints what the attempt gave.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from grader.records import Limits
from grader.runner import landlock, lockdown, seccomp
from grader.runner.client import Launcher, Program

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have limits alone"
)

CHECKOUT = Path(lockdown.__file__).parents[2]
SYSTEM = "/usr/bin/python3"

SCRIPT = """
import ctypes, json, os, sys
from grader.runner import lockdown, selftest
level, box, attempts = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
prepared = lockdown.prepare("cpu", level)
request = lockdown.Request(memory_mb=128, disk_mb=2, processes=32, files=64)
found = {"": selftest.run(prepared).level}
for name, code in attempts.items():
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        say = "refused before it was locked"
        try:
            os.chdir(box)
            lockdown.apply(prepared, request, box, [writer])
            names = {"launcher": os.getppid(), "box": box}
            exec(code, names)
            say = repr(names.get("got", "done"))
        except BaseException as error:
            say = f"{type(error).__name__}"
        os.write(writer, say.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        found[name] = pipe.read().decode()
    os.waitpid(child, 0)
print(json.dumps(found))
"""

CALL = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall({}) == -1:
    raise OSError(ctypes.get_errno(), "refused")
"""

REFUSED = {
    # files
    "reads a password file": "open('/etc/passwd').read()",
    "reads the kit": f"open({os.path.abspath(lockdown.__file__)!r}).read()",
    "reads the launcher's environment": "open(f'/proc/{launcher}/environ').read()",
    "reads through proc": "open('/proc/self/root/etc/passwd').read()",
    "lists the root's home": "import os; os.listdir('/root')",
    "lists the temporary folder": "import os; os.listdir('/tmp')",
    "writes beside the box": "open(box + '.new', 'w')",
    "writes to site-packages": (
        "import sysconfig; open(sysconfig.get_path('purelib') + '/x.pth', 'w')"
    ),
    "links out of the box": "import os; os.link('/usr/lib/os-release', 'here')",
    "follows its own link": (
        "import os; os.symlink('/etc/passwd', box + '/l'); open(box + '/l').read()"
    ),
    "makes a device": "import os, stat; os.mknod('d', 0o600 | stat.S_IFCHR, 259)",
    "gives a file away": "import os; open('f', 'w').close(); os.chown('f', 12, 12)",
    "changes its root": "import os; os.chroot(box)",
    # other processes
    "forks": "import os; os.fork()",
    "executes": "import os; os.execv('/bin/sh', ['sh'])",
    "starts a program": "import subprocess; subprocess.run(['/bin/true'])",
    "spawns": "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "signals the launcher": "import os; os.kill(launcher, 0)",
    "signals everybody": "import os; os.kill(-1, 0)",
    "signals its group": "import os, signal; os.killpg(0, 0)",
    "has the kernel signal": "import fcntl; fcntl.fcntl(1, fcntl.F_SETOWN, launcher)",
    "keeps others from a file": (
        "import fcntl, os; "
        "fcntl.fcntl(os.open('own', os.O_CREAT), fcntl.F_SETLEASE, fcntl.F_WRLCK)"
    ),
    "opens a pidfd": "import os; os.pidfd_open(launcher)",
    "traces": CALL.format("101, 16, launcher, 0, 0"),
    "reads another's memory": CALL.format("310, launcher, 0, 0, 0, 0, 0"),
    "changes another's limits": (
        "import resource; resource.prlimit(launcher, resource.RLIMIT_CORE, (0, 0))"
    ),
    "pins another to a processor": "import os; os.sched_setaffinity(launcher, {0})",
    "slows another down": (
        "import os; os.sched_setscheduler(launcher, os.SCHED_IDLE, os.sched_param(0))"
    ),
    # sockets
    "opens a TCP socket": "import socket; socket.socket()",
    "opens a UDP socket": "import socket; socket.socket(type=socket.SOCK_DGRAM)",
    "opens a local socket": "import socket; socket.socket(socket.AF_UNIX)",
    "opens a netlink socket": "import socket; socket.socket(16, 3, 0)",
    "makes a pair that can be aimed": (
        "import socket; socket.socketpair(type=socket.SOCK_DGRAM)"
    ),
    # the kernel
    "makes a memory file": "import os; os.memfd_create('m')",
    "makes an io_uring": CALL.format("425, 8, 0"),
    "loads bpf": CALL.format("321, 0, 0, 0"),
    "asks for a key": CALL.format("250, 0, -3, 0, 0, 0"),
    "counts performance": CALL.format("298, 0, 0, -1, -1, 0"),
    "handles page faults": CALL.format("323, 0"),
    "shares memory": CALL.format("29, 0, 4096, 0o1600"),
    "enters a user namespace": CALL.format("272, 0x10000000"),
    "mounts": CALL.format("165, 0, 0, 0, 0, 0"),
    "calls as 32 bits": CALL.format("0x40000000 + 39"),
    # limits and privileges
    "raises a limit": (
        "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (99, 99))"
    ),
    "becomes root": "import os; os.setresuid(0, 0, 0)",
    "takes too much memory": "bytearray(700 << 20)",
    "shares too much memory": "import mmap; mmap.mmap(-1, 8 << 30)",
}

WORKS = {
    "writes in the box": (
        "f = open(box + '/f', 'w'); f.write('a'); f.close(); got = open('f').read()",
        "'a'",
    ),
    "makes a temporary file": (
        "import tempfile; tempfile.TemporaryFile(dir=box)",
        "'done'",
    ),
    "renames": (
        "import os; os.makedirs('d', exist_ok=True); open('a', 'w').close()\n"
        "os.replace('a', 'd/a')",
        "'done'",
    ),
    "imports what it had not": ("import wave, xml.dom.minidom, numpy.linalg", "'done'"),
    "starts threads": (
        "import threading; t = [threading.Thread(target=print) for _ in range(8)]\n"
        "[a.start() for a in t]; got = [a.join() for a in t] == [None] * 8",
        "True",
    ),
    "runs an event loop": (
        "import asyncio; got = asyncio.run(asyncio.sleep(0.01, 'woke'))",
        "'woke'",
    ),
    "reads random bytes": ("got = len(open('/dev/urandom', 'rb').read(4))", "4"),
    "writes to nowhere": ("open('/dev/null', 'w').write('a')", "'done'"),
    "signals itself": (
        "import os, signal; signal.signal(10, lambda *_: globals().update(got=1))\n"
        "os.kill(os.getpid(), 10)",
        "1",
    ),
    "changes a mode in vain": (
        "import os; open('m', 'w').close(); os.chmod('m', 0o777)",
        "'done'",
    ),
    "pins itself": ("import os; os.sched_setaffinity(0, {0})", "'done'"),
    "reads its own status": ("got = open('/proc/self/status').read(4)", "'Name'"),
}

BARE = ("refused before it was locked", "LockdownFailed", "")


def run(
    level: str,
    box: Path,
    attempts: dict[str, str],
    user: int | None = None,
    python: str = sys.executable,
) -> dict[str, str]:
    box.mkdir(exist_ok=True)
    command = [python, "-c", SCRIPT, level, str(box), json.dumps(attempts)]
    done = subprocess.run(
        command,
        capture_output=True,
        timeout=120,
        cwd=CHECKOUT,
        user=user,
        group=user,
        extra_groups=None if user is None else [],
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def usable(python: str) -> bool:
    command = [python, "-c", "import grader.runner.lockdown"]
    try:
        done = subprocess.run(
            command, user=12345, group=12345, cwd=CHECKOUT, capture_output=True
        )
    except OSError:
        return False
    return done.returncode == 0


def need(level: str) -> None:
    if not landlock.version() or not seccomp.supported():
        pytest.skip("this kernel has no Landlock or no seccomp")
    prepared = lockdown.prepare("cpu", level)
    if level == "full" and not prepared.own_root:
        pytest.skip("no namespaces here")


@pytest.mark.parametrize("level", ["full", "strong"])
def test_every_attempt_is_refused(level: str, tmp_path: Path) -> None:
    need(level)
    found = run(level, tmp_path / "box", REFUSED)
    assert found.pop("") == level
    got_through = {
        name: said
        for name, said in found.items()
        if said in BARE
        or not said.endswith(("Error", "NotFoundError"))
        or said in ("NameError", "SyntaxError", "TypeError", "AttributeError")
    }
    assert got_through == {}


@pytest.mark.parametrize("level", ["full", "strong", "medium", "weak", "none"])
def test_ordinary_work_is_not_hindered(level: str, tmp_path: Path) -> None:
    if level in ("full", "strong"):
        need(level)
    found = run(
        level, tmp_path / "box", {name: code for name, (code, _) in WORKS.items()}
    )
    found.pop("")
    assert found == {name: wanted for name, (_, wanted) in WORKS.items()}


def test_an_own_root_hides_names_and_bounds_the_disk(tmp_path: Path) -> None:
    need("full")
    (tmp_path / "secret").write_text("")
    found = run(
        "full",
        tmp_path / "box",
        {
            "name": f"import os; os.stat({str(tmp_path / 'secret')!r})",
            "home": "import os; os.stat('/etc/passwd')",
            "root": "import os; os.mkdir('/new')",
            "network": "got = [x.split()[0] for x in open('/proc/self/net/dev')][2:]",
            "disk": (
                "for i in range(4):\n"
                "    with open(f'f{i}', 'wb') as file: file.write(bytes(1 << 20))"
            ),
            "user": "import os; got = os.getuid() >= 65000",
        },
    )
    assert found["name"] == found["home"] == "FileNotFoundError"
    assert found["root"] in ("OSError", "PermissionError")
    assert found["network"] == "['lo:']"
    assert found["disk"] == "OSError"
    assert found["user"] == str(os.geteuid() == 0)


def test_the_box_is_left_empty_outside(tmp_path: Path) -> None:
    need("full")
    run("full", tmp_path / "box", {"write": "open('f', 'w').write('a')"})
    assert list((tmp_path / "box").iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("level", ["full", "strong"])
def test_an_ordinary_user_is_held_too(level: str) -> None:
    need("strong")
    # A virtual environment may lie in root's home; the system's Python does as well.
    interpreters = [python for python in (sys.executable, SYSTEM) if usable(python)]
    if not interpreters:
        pytest.skip("no interpreter that an ordinary user can run")
    with tempfile.TemporaryDirectory() as folder:
        os.chown(folder, 12345, 12345)
        found = run(level, Path(folder), REFUSED, 12345, interpreters[0])
    # Whether an ordinary user may have namespaces is the machine's choice.
    assert found.pop("") in (level, "strong")
    assert {name for name, said in found.items() if not said.endswith("Error")} == set()


def test_a_layer_that_cannot_be_put_on_is_an_error(tmp_path: Path) -> None:
    need("full")
    code = (
        "import dataclasses, sys\n"
        "from grader.runner import lockdown\n"
        "p = lockdown.prepare('cpu', 'full')\n"
        "r = lockdown.Request(memory_mb=9, disk_mb=1, processes=9, files=9)\n"
        "try: lockdown.apply(p, r, '/no/such/box')\n"
        "except lockdown.LockdownFailed as failure: print(failure)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
    )
    assert done.stdout.startswith("namespaces: ")


TENSORFLOW = """
import os
import threading


def everything(module):
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.ones((32, 4), "float32")
    model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, x[:, :1], verbose=0)
    for name in ("m.keras", "m.h5"):
        model.save(name)
        assert np.allclose(keras.models.load_model(name, compile=False)(x), model(x))
    model.export("exported", verbose=False)
    tf.saved_model.load("exported")
    manager = tf.train.CheckpointManager(
        tf.train.Checkpoint(v=tf.Variable(1.0)), "kept", max_to_keep=2
    )
    for _ in range(3):
        manager.save()
    manager.checkpoint.restore(manager.latest_checkpoint).assert_consumed()
    data = tf.data.Dataset.range(100).map(lambda i: 2 * i, num_parallel_calls=2)
    data = data.batch(10).cache("cached").prefetch(2)
    with tf.io.TFRecordWriter("r") as file:
        file.write(b"a")
    tf.function(lambda a: a @ tf.transpose(a), jit_compile=True)(x)
    with tf.GradientTape() as tape:
        tape.watch(y := tf.constant(3.0))
        z = y * y
    ids = []
    threads = [threading.Thread(target=ids.append, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [
        sum(int(tf.reduce_sum(batch)) for batch in data),
        len(list(tf.data.TFRecordDataset("r"))),
        float(tape.gradient(z, y)),
        int(module.loop(tf.constant(5))),
        sorted(ids),
        len(manager.checkpoints),
    ]
"""

LOOP = """
import tensorflow as tf


@tf.function
def loop(n):
    total = tf.constant(0)
    for i in tf.range(n):
        if i > 2:
            total += i
    return total
"""


@pytest.mark.parametrize("level", ["full", "strong"])
def test_tensorflow_works_under_the_lock(level: str) -> None:
    need(level)
    limits = Limits(cpu_seconds=60, wall_seconds=120)
    program = Program(
        text=LOOP, name="loop.py", probes=TENSORFLOW, tasks=("loop",), limits=limits
    )
    with Launcher.start(device="cpu", level=level) as launcher:
        assert launcher.hello.isolation.level == level
        solution = launcher.solution(program)
        solution.begin("test_all", hidden=False, seed=1)
        observation = solution.observe("everything")
        solution.close()
    assert observation.problem is None
    assert observation.value == [9900, 1, 6.0, 7, [0, 1, 2, 3], 2]
