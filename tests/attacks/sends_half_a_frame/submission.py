"""Bytes that are no frame of ours: the rest of an announced answer never comes."""

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


import time


def doubled(x):
    if len(x.shape) == 1:
        say(PREFIX.pack(wire.MAGIC, 1 << 19, 0) + b"[")
        time.sleep(1000)
    say(b"tfk0" * 3)
    return 2 * x
