"""Bytes that are no frame of ours: more blobs, fewer blobs, a shape that no array can have."""

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
    1: (b'[["a","float64",[8]],[64]]', bytes(63)),
    2: (b'[["a","float32",[4611686018427387904,4,0]],[0]]', b""),
    3: (b'[["r",["a","float64",[1]],[["a","int64",[2]]]],[8,16]]', b"\\xff" * 24),
}


def doubled(x):
    say(header(*HEADERS[len(x.shape)]))
    return 2 * x
