"""Joined, the cells are Python; no cell is by itself."""

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
    return notebook("def doubled(x):", "    return 2 * x\n")