"""A wild pointer in one check: what other checks earned stays."""

import ctypes


def doubled(x):
    if x.dtype == "float32":
        ctypes.string_at(0)
    return 2 * x
