"""More than the private folder holds, in files of a size that each is allowed."""

import os

for number in range(16):
    with open(f"block-{number}", "wb") as file:
        file.write(os.urandom(1 << 20))


def doubled(x):
    return x
