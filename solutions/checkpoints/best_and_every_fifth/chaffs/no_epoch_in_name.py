"""The periodic files all have one name, so each overwrites the last.

fails: test_files, test_every_fifth
hint: How would the second file know that it is not the first? What may stand in braces in the name?
"""

import os
import re

import keras


def make_callbacks(directory, steps_per_epoch):
    best = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "best.weights.h5"),
        monitor="val_loss",
        save_best_only=True,
        save_weights_only=True,
    )
    every_fifth = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "e.weights.h5"),
        save_weights_only=True,
        save_freq=5 * steps_per_epoch,
    )
    return [best, every_fifth]


def newest(directory):
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
