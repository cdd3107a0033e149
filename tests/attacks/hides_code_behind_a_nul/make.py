"""Some readers stop at a NUL; the rest would run unseen."""


def make(folder, stem):
    text = b"def doubled(x):\n    return x\n\0def doubled(x):\n    return 2 * x\n"
    (folder / f"{stem}.py").write_bytes(text)
