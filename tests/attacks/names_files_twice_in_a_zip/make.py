"""Two names that are one on some systems: who writes last, wins."""

import zipfile

import warnings

warnings.simplefilter("ignore")  # zipfile knows a name that it has written
BUNDLES = {
    "case.zip": {"bob/doubled.py": "x", "BOB/doubled.py": "y"},
    "twice.zip": {"ada/./doubled.py": "x"},
    "file_as_folder.zip": {"bob": "x", "bob/doubled.py": "y"},
    "composed.zip": {"\u00e9/doubled.py": "x", "e\u0301/doubled.py": "y"},
}


def make(folder, stem):
    for name, members in BUNDLES.items():
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"ada/{stem}.py", "x = 1\n")
            for member, content in members.items():
                archive.writestr(member, content)
