"""A hundred thousand signs before a number, each of which is one call of the parser."""


def make(folder, stem):
    text = f"x = {'-' * 100_000}1\ndef doubled(x):\n    return 2 * x\n"
    (folder / f"{stem}.py").write_text(text)
