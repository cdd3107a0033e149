"""Floods of marks, letters of other alphabets, half pairs, bytes that are no text."""

import os
import sys

os.write(1, b"\xff\xfe\xed\xa0\x80" + bytes(range(256)) * 20)
print("Z" + "\u0301" * 5_000, "\u0430dmin", "\ufdfd" * 500, "\U000e0001\U000e0041")
sys.stdout.buffer.write("\ud800".encode("utf-8", "surrogatepass"))


def doubled(x):
    raise ValueError("\ufeff\u200b" * 100 + "Z" + "\u0301" * 10_000 + "\udfff")
