"""No recursion limit holds what C code does to its own stack; one check survives."""

import functools
import sys

sys.setrecursionlimit(10**9)


def deep():
    inner = functools.partial(int)
    for _ in range(10**6):
        inner = (inner,)
    return hash(inner)


def doubled(x):
    if len(x.shape) != 2:
        deep()
    return 2 * x
