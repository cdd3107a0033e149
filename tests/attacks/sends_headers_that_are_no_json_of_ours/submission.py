"""Bytes that are no frame of ours: deep, with a NaN, with a lone surrogate."""

import os

from grader import wire

PREFIX = wire.PREFIX


def say(data):
    for number in range(3, 20):
        try:
            os.write(number, data)
        except OSError:
            pass


def header(text, blobs=b""):
    return PREFIX.pack(wire.MAGIC, len(text), len(blobs)) + text + blobs


HEADERS = {
    1: b"[" * 100_000 + b"]" * 100_000,
    2: b'[["d",[[["s","id"],["f",NaN]]]],[]]',
    3: b'[["d",[[["s","id"],["s","\\ud800"]],[["s","id"],["i","3"]]]],[]]',
}


def doubled(x):
    say(header(HEADERS[len(x.shape)]))
    return 2 * x
