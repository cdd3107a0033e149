"""The right file has a name that turns letters round, clears a screen and holds HTML."""


def make(folder, stem):
    name = f"{stem} \u202eyp.\u202c \x1b[2J <b>' onerror=\"x\" $(id) `id` ;.py"
    (folder / name).write_text("def doubled(x):\n    return 2 * x\n")
