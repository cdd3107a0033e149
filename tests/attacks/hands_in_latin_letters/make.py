"""Latin-1, whose letters are no UTF-8, in a comment alone."""


def make(folder, stem):
    text = "# größer\ndef doubled(x):\n    return 2 * x\n"
    (folder / f"{stem}.py").write_bytes(text.encode("latin-1"))
