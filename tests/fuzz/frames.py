"""Any bytes are refused by the wire, or mean a value that encodes to the same again.

python tests/fuzz/frames.py CORPUS -max_total_time=900
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris
import numpy as np

with atheris.instrument_imports(include=["grader"]):
    from grader import wire

SEEDS = [
    None,
    [True, 7, -(10**30), 1.5, float("nan"), 1 + 2j, "text\n", b"bytes"],
    {"a": (1, [2, {"b": None}])},
    {"x": np.zeros((2, 0, 3), np.float32), "y": np.arange(6).reshape(2, 3)},
    np.array([b"one", b"", b"three"], dtype=object),
    wire.Ragged(np.arange(4.0), (np.array([0, 1, 4], np.int64),)),
    wire.Sparse(
        np.array([[0, 1]], np.int64),
        np.array([2.5], np.float32),
        np.array([2, 2], np.int64),
    ),
]


def hold(data: bytes) -> None:
    """Fail where decoding does anything but refuse, or give a value."""
    for frame in (data, _framed(data)):
        try:
            value = wire.decode(frame)
        except wire.Refused:
            continue
        again = wire.encode(value)
        assert wire.encode(wire.decode(again)) == again


def _framed(data: bytes) -> bytes:
    """A frame whose sizes are right, so that header and blobs are reached."""
    cut = int.from_bytes(data[:2], "little")
    header, blobs = data[2 : 2 + cut], data[2 + cut :]
    return wire.PREFIX.pack(wire.MAGIC, len(header), len(blobs)) + header + blobs


def _plant(corpus: Path) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for number, value in enumerate(SEEDS):
        frame = wire.encode(value)
        header = wire.sizes(frame[: wire.PREFIX.size])[0]
        body = header.to_bytes(2, "little") + frame[wire.PREFIX.size :]
        (corpus / f"frame-{number}").write_bytes(frame)
        (corpus / f"body-{number}").write_bytes(body)


if __name__ == "__main__":
    _plant(Path(sys.argv[1]))
    atheris.Setup(sys.argv, hold)
    atheris.Fuzz()
