"""A link that leads to the teacher's files, and a file that is written through it."""

import stat
import zipfile


def make(folder, stem):
    for name, kind in {"link.zip": stat.S_IFLNK, "device.zip": stat.S_IFCHR}.items():
        with zipfile.ZipFile(folder / name, "w") as archive:
            link = zipfile.ZipInfo("ada/out")
            link.external_attr = (kind | 0o777) << 16
            archive.writestr(link, "/tmp")
            archive.writestr("ada/out/evil.py", "x")
            archive.writestr(f"ada/{stem}.py", "x = 1\n")
