"""Honest work: what a program may ask of its system, and code that reads itself."""

import collections
import ctypes
import datetime
import decimal
import functools
import gc
import getpass
import inspect
import locale
import multiprocessing
import os
import platform
import random
import secrets
import shutil
import socket
import sys
import tempfile
import time
import tracemalloc
import uuid
import zoneinfo
from pathlib import Path

import tensorflow as tf


@functools.lru_cache
def factor():
    """Two."""
    return decimal.Decimal("2")


def doubled(x):
    assert "Decimal" in inspect.getsource(factor.__wrapped__)
    assert Path(__file__).read_text().startswith('"""Honest work')
    assert datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Vienna")).utcoffset()
    assert platform.system() and os.cpu_count() and multiprocessing.cpu_count()
    assert uuid.uuid4() and secrets.token_hex(4) and random.random() >= 0
    assert shutil.disk_usage(".").total and os.getcwd() and Path.home().exists()
    assert socket.gethostname() and sys.getrecursionlimit() and locale.getlocale()
    tracemalloc.start()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a" / "b").mkdir(parents=True)
        (Path(folder) / "a" / "b" / "c.txt").write_text("text")
        shutil.copytree(Path(folder) / "a", Path(folder) / "copy")
        os.chmod(Path(folder) / "copy", 0o700)
        shutil.make_archive(os.path.join(folder, "packed"), "zip", folder)
    assert tracemalloc.get_traced_memory()[1] > 0
    tracemalloc.stop()
    assert ctypes.CDLL(None).abs(-2) == 2
    assert collections.Counter("aab")["a"] == 2 and gc.collect() >= 0
    time.sleep(0.01)
    assert time.process_time() > 0 and os.times().user >= 0
    return x * tf.constant(float(factor()), x.dtype)
