"""A class as one zip, with a name that writes beside where it is unpacked."""

import zipfile

BUNDLES = {
    "above.zip": {"ada/../../../evil.py": "x"},
    "absolute.zip": {"/tmp/evil.py": "x"},
    "backslash.zip": {"ada\\..\\..\\evil.py": "x"},
    "drive.zip": {"C:\\evil.py": "x"},
}


def make(folder, stem):
    for name, members in BUNDLES.items():
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"ada/{stem}.py", "x = 1\n")
            for member, content in members.items():
                archive.writestr(member, content)
