"""A loop without an end, which ignores every signal and every exception."""

import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


def doubled(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
