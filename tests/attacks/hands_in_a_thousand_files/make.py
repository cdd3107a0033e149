"""Who opens every file to see what it is for keeps the class waiting for an hour."""

BUSY = "text = f'" + "{a!r:>{w}}" * 25_000 + "'\n"


def make(folder, stem):
    for number in range(1_000):
        # Half are named like the exercise, and older than the right one.
        (folder / f"{stem} ({number}).py").write_text("import missing\n")
        if number < 5:
            (folder / f"other {number}.py").write_text(BUSY)
            (folder / f"{stem} ({number}).py").write_text(BUSY)
    (folder / f"{stem} (2000).py").write_text("def doubled(x):\n    return 2 * x\n")
