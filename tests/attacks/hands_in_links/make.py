"""Links to the teacher's files, a pipe without a writer, a folder with a file's name."""

import os


def make(folder, stem):
    os.symlink("/etc/passwd", folder / f"{stem}.py")
    os.symlink("/etc", folder / "etc")
    os.symlink("..", folder / "loop")
    os.mkfifo(folder / f"{stem}.ipynb")
    os.mkdir(folder / f"{stem} (2).py")
