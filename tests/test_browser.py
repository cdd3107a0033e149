"""A page full of hostile text in a real browser: no script runs, no request leaves."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib.util
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from grader.report import html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


def _load(name: str) -> ModuleType:
    # Tests are no package; `--import-mode=importlib` leaves `sys.path` alone.
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


cases = _load("verdicts")


class Listener:
    """A port that remembers what it was asked for."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.1)
        self.port: int = self.socket.getsockname()[1]
        self.requests: list[str] = []
        self.stop = threading.Event()

    def serve(self) -> None:
        while not self.stop.is_set():
            try:
                caller, _ = self.socket.accept()
            except TimeoutError:
                continue
            with caller, contextlib.suppress(OSError):
                caller.settimeout(0.2)
                # A browser may connect ahead of time and then ask for nothing.
                if asked := caller.recv(4096):
                    self.requests.append(asked.decode().split("\r\n")[0])
                    caller.sendall(
                        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n"
                        b"Connection: close\r\n\r\n"
                    )


@contextlib.contextmanager
def listening() -> Iterator[Listener]:
    listener = Listener()
    thread = threading.Thread(target=listener.serve)
    thread.start()
    try:
        yield listener
    finally:
        listener.stop.set()
        thread.join()
        listener.socket.close()


def dump(page: str, folder: Path) -> str:
    """Open `page` in the browser, let it settle, and return its tree as HTML."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    assert CHROMIUM is not None
    command = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        file.as_uri(),
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def attack(port: int) -> str:
    """Return HTML that sets the title, and that calls `port` in many ways."""
    there = f"http://127.0.0.1:{port}"
    return (
        "<script>document.title='owned'</script>"
        "<svg onload=\"document.title='owned'\"></svg>"
        f"<img src='{there}/img' onerror=\"document.title='owned'\">"
        f"<link rel=stylesheet href='{there}/css'>"
        f"<style>body{{background:url({there}/bg)}} @import '{there}/i';</style>"
        f'<p style="background:url({there}/attr)">x</p>'
        f"<iframe src='{there}/frame'></iframe><object data='{there}/o'></object>"
    )


def test_a_hostile_verdict_changes_nothing(tmp_path: Path) -> None:
    with listening() as listener:
        verdict = cases.hostile()
        text = f'"></title></style>{attack(listener.port)}'
        check = dataclasses.replace(verdict.checks[0], title=text, output=text)
        page = html.student_page(
            [dataclasses.replace(verdict, student=text, checks=(check,))],
            for_teacher=True,
        )
        tree = dump(page, tmp_path)
    assert "owned" in tree.split("<title>")[1].split("</title>")[0]
    assert tree.split("<title>")[1].startswith('"&gt;&lt;/title&gt;')
    assert listener.requests == []


def test_the_policy_holds_even_where_escaping_would_not(tmp_path: Path) -> None:
    with listening() as listener:
        page = html.student_page([cases.BASE], for_teacher=True)
        pierced = page.replace("<main>", "<main>" + attack(listener.port))
        assert pierced != page
        tree = dump(pierced, tmp_path)
    assert "<title>Ada Lovelace</title>" in tree
    assert listener.requests == []


def test_without_the_policy_the_same_attack_works(tmp_path: Path) -> None:
    """The two tests above can fail."""
    with listening() as listener:
        page = html.student_page([cases.BASE], for_teacher=True)
        bare = page.replace("Content-Security-Policy", "x-nothing")
        tree = dump(bare.replace("<main>", "<main>" + attack(listener.port)), tmp_path)
    assert "<title>owned</title>" in tree
    assert listener.requests
