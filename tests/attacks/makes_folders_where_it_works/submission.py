"""Honest work: a folder is made without asking whether an earlier check made it."""

import os

os.mkdir("checkpoints")


def doubled(x):
    with open("checkpoints/numbers.txt", "x") as file:
        file.write(str(x))
    assert os.listdir() == ["checkpoints"]
    return 2 * x
