"""Bytes that are no frame of ours: the size of all memory, of which nothing comes."""

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


def doubled(x):
    say(PREFIX.pack(wire.MAGIC, 1 << 20, (1 << 32) - 1))
    return 2 * x
