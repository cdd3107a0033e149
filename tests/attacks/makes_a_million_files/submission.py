"""Empty files take no space, and yet use up a file system (here: 12,000 of them)."""

import os

os.mkdir("many")
for number in range(12_000):
    os.close(os.open(f"many/{number}", os.O_CREAT | os.O_WRONLY))


def doubled(x):
    return x
