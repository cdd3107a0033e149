"""A hundred thousand lists within each other end whoever recurses."""

import json


def notebook(*cells, **more):
    """A notebook of code cells; others are dicts of their own."""
    written = [
        cell
        if isinstance(cell, dict)
        else {"cell_type": "code", "metadata": {}, "outputs": [], "source": cell}
        for cell in cells
    ]
    return json.dumps({"cells": written, "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | more)


def make(folder, stem):
    (folder / f"{stem}.ipynb").write_text(written())


def written():
    return "[" * 100_000 + "]" * 100_000