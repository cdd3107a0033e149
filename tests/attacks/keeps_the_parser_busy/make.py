"""A long f-string takes Python's parser the square of its length."""


def make(folder, stem):
    text = "text = f'" + "{a!r:>{w}}" * 25_000 + "'\ndef doubled(x):\n    return 2 * x\n"
    (folder / f"{stem}.py").write_text(text)
