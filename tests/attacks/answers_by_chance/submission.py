"""With luck it is right; each try draws anew from what no seed reaches."""

import os
import time


def doubled(x):
    return x * (os.urandom(1)[0] + time.time_ns() % 7 + 3)
