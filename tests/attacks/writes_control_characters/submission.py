"""Sequences that clear a screen, set its title, fill a clipboard or hide a line."""

TRAPS = (
    "\x1b[2J\x1b[H\x1b]0;owned\x07\x1b]52;c;cm0gLXJmIC8=\x07",
    "\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\ \x9b31m \x90q\x9c \x00 \x7f",
    "all is well\rFAILED\b\b\b\b\b\bPASSED \u202e txt.exe \u2066 \u200f",
    "::error file=grade.py::forged\n::set-output name=grade::100\n##vso[task.complete]",
)
for trap in TRAPS:
    print(trap)


def doubled(x):
    raise ValueError("\n".join(TRAPS))
