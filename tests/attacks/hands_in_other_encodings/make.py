"""UTF-16, as an editor on Windows may write it."""


def make(folder, stem):
    text = "def doubled(x):\n    return 2 * x\n"
    (folder / f"{stem}.py").write_bytes(text.encode("utf-16"))
