"""Right code; markdown, outputs and attachments hold scripts."""

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
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": evil}}
    code = {"cell_type": "code", "metadata": {"tags": [evil]}, "outputs": [output]}
    return notebook(
        {"cell_type": "markdown", "source": evil, "attachments": {"a": {"image/svg+xml": evil}}},
        {"cell_type": "raw", "source": "import os; os._exit(0)"},
        code | {"source": ["def doubled(x):\n", "    return 2 * x"]},
        metadata={"title": evil, "kernelspec": {"name": "javascript:alert(3)"}},
    )