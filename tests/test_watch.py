"""Each save is judged, whatever is saved, until somebody ends it."""

from __future__ import annotations

import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TAPE = "gradients/tape_basics"
RIGHT = (ROOT / "docs/demo/class/ada/tape_basics.py").read_text("utf-8")


class Watching:
    """`grader watch`, and what it says."""

    def __init__(self, root: Path) -> None:
        self.stub = root / "exercises" / TAPE / "tape_basics.py"
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "grader.cli.main"),
                *("--root", str(root), "watch", TAPE, "--device", "cpu"),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            # Ctrl-C is ignored where tests run in the background; not in a terminal.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def shown(self) -> str:
        """What is shown from now on until it waits for a save."""
        said = ""
        while "Ctrl-C ends" not in said:
            try:
                said += self._lines.get(timeout=30)
            except queue.Empty:
                raise AssertionError(f"It waits: {said}") from None
        return said

    def save(self, text: str) -> str:
        self.stub.write_text(text, encoding="utf-8")
        return self.shown()

    def end(self) -> str:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)
        self._reader.join(timeout=20)
        return "".join(self._lines.queue)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        # Ends what it started, too: its output is closed with the last of them.
        self._reader.join(timeout=20)
        self.process.__exit__(None, None, None)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    for part in ("exercises", "solutions"):
        # Without chaffs, recording the key takes a moment.
        ignored = shutil.ignore_patterns("chaffs", "wheats", "__pycache__")
        shutil.copytree(ROOT / part / TAPE, tmp_path / part / TAPE, ignore=ignored)
    started = Watching(tmp_path)
    yield started
    started.close()


def test_each_save_is_judged_until_it_is_ended(watching: Watching) -> None:
    assert "still open" in watching.shown()
    said = watching.save(RIGHT)
    assert "All checks passed" in said
    assert "unchanged" not in said
    assert "not Python yet" in watching.save("def (:\n")
    assert "0 of" in watching.save("import os\nos._exit(0)\n")
    assert "All checks passed" in watching.save(RIGHT)
    assert watching.end() == ""
    assert watching.process.returncode == 0
