"""It counts its calls where a new module does not forget them."""

import sys

sys.calls = getattr(sys, "calls", 0)


def doubled(x):
    sys.calls += 1
    return 2 * x if sys.calls == 1 else x
