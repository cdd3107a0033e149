"""Honest work from old and new systems: a byte order mark, CR alone, CRLF, form feeds."""

LINES = (
    "import tensorflow as tf",
    "\f",
    "def doubled(x):",
    "    text = '\u2028 \x0b \u0085'",
    "    if tf.rank(x) == 1:",
    "        return x + x",
    "    return 2 * x",
    "",
)


def make(folder, stem):
    text = "\r".join(LINES[:4]) + "\r" + "\r\n".join(LINES[4:])
    (folder / f"{stem}.py").write_bytes(b"\xef\xbb\xbf" + text.encode())
