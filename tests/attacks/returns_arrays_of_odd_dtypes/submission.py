"""Records, dates and text are arrays, but no numbers."""

import numpy as np


def doubled(x):
    if len(x.shape) == 1:
        return np.zeros(8, [("a", "f8"), ("b", "O")])
    if len(x.shape) == 2:
        return np.zeros((3, 2), "M8[s]")
    return np.full((2, 1, 4), "<script>")
