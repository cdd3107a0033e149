"""Small archives of gigabytes: by their ratio, by their number, by sharing their bytes."""

import struct
import zipfile


def make(folder, stem):
    with zipfile.ZipFile(folder / "ratio.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(40):
            archive.writestr(f"ada/{stem}-{number}.py", bytes(9 << 20))
    with zipfile.ZipFile(folder / "members.zip", "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}/{stem}.py", "")
    with zipfile.ZipFile(folder / "lzma.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(f"ada/{stem}.py", "x = 1\n")
    with zipfile.ZipFile(folder / "cut.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"ada/{stem}.py", "x = 1\n" * 1_000)
    whole = (folder / "cut.zip").read_bytes()
    # The first bytes of what is packed, behind the name, are overwritten.
    (folder / "cut.zip").write_bytes(whole[:46] + bytes(8) + whole[54:])
    _overlapping(folder / "overlap.zip", stem)
    with zipfile.ZipFile(folder / "encrypted.zip", "w") as archive:
        archive.writestr(f"ada/{stem}.py", "x = 1\n")
    data = bytearray((folder / "encrypted.zip").read_bytes())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    (folder / "encrypted.zip").write_bytes(data)


def _overlapping(path, stem):
    """A thousand members whose entries point at the same packed bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"ada/{stem}.py", bytes(9 << 20))
    data = path.read_bytes()
    start = data.index(b"PK\1\2")
    end = data.index(b"PK\5\6")
    entry = data[start:end]
    many = b"".join(entry.replace(b"ada", b"%03d" % number) for number in range(1_000))
    tail = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1_000, 1_000, len(many), start, 0)
    path.write_bytes(data[:start] + many + tail)
