"""A matrix, a masked array, an array of objects: NumPy takes them all for arrays."""

import numpy as np


def doubled(x):
    twice = 2 * x.numpy()
    if len(x.shape) == 1:
        return np.ma.masked_array(np.zeros(8), mask=np.ones(8, bool))
    if len(x.shape) == 2:
        return np.matrix(twice)
    return twice.astype(object)
