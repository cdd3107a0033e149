"""Files are opened until there are no more."""

import os

kept = []


def doubled(x):
    try:
        while len(kept) < 100_000:
            kept.append(os.open("/dev/null", os.O_RDONLY))
    except OSError as error:
        while kept:
            os.close(kept.pop())
        raise ValueError(f"{error}") from None
