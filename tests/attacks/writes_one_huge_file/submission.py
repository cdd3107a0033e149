"""One file without an end, by writing, by stretching and by leaving holes."""

import os

for act in (
    lambda file: os.ftruncate(file, 1 << 40),
    lambda file: os.posix_fallocate(file, 0, 1 << 30),
    lambda file: os.pwrite(file, b"x", 1 << 40),
):
    try:
        act(os.open("huge", os.O_CREAT | os.O_RDWR))
        raise SystemExit("it was allowed")
    except OSError:
        pass
with open("huge", "wb") as file:
    while True:
        file.write(bytes(1 << 20))
