"""The best epoch, and every fifth."""

import os
import re

import keras


def make_callbacks(directory, steps_per_epoch):
    """Return callbacks for `fit` that keep the best weights and every fifth epoch's.

    Args:
        directory: Where the files go; perhaps not there yet.
        steps_per_epoch: How many batches an epoch has.

    Returns:
        A list of callbacks.
    """
    best = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "best.weights.h5"),
        monitor="val_loss",
        save_best_only=True,
        save_weights_only=True,
    )
    every_fifth = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "e{epoch:03d}.weights.h5"),
        save_weights_only=True,
        save_freq=5 * steps_per_epoch,
    )
    return [best, every_fifth]


def newest(directory):
    """Return the path of the periodic file of the highest epoch, or None.

    Args:
        directory: A folder, in which perhaps nothing was saved.

    Returns:
        The file's path; None where there is no such file.
    """
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
