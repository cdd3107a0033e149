"""A compiled file, an empty folder and a program of another language."""


def make(folder, stem):
    (folder / f"{stem}.pyc").write_bytes(b"\x6f\r\r\n" + bytes(100))
    (folder / f"{stem}.so").write_bytes(b"\x7fELF")
    (folder / stem).mkdir()
