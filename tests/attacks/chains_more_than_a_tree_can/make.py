"""A chain that the parser reads, and whose tree nobody can walk."""


def make(folder, stem):
    text = f"x = 1{'+1' * 100_000}\ndef doubled(x):\n    return 2 * x\n"
    (folder / f"{stem}.py").write_text(text)
