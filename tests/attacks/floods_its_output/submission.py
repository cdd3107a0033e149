"""It prints for ever."""

import os

while True:
    os.write(1, b"all work and no play " * 3_000)
