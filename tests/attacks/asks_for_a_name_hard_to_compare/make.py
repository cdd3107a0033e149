"""Sixty classes whose names are hard to compare with the one that is said to miss."""

from pathlib import Path

TEXT = '''
from grader.runner.problems import MissingTask

LETTERS = "".join(chr(0x4E00 + number) for number in range(100)) * 10


def doubled(x):
    raise MissingTask("".join(letter + "a" for letter in LETTERS))
'''


def make(folder: Path, stem: str) -> None:
    name = "".join(chr(0x4E00 + number) for number in range(100)) * 10
    classes = "".join(f"\n\nclass {name}{number}:\n    pass\n" for number in range(60))
    (folder / f"{stem}.py").write_text(TEXT + classes, encoding="utf-8")
