"""The newest is the file that was written last.

fails: test_newest
hint: What becomes of the times of files when a folder is copied? What do the names tell you?
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
        os.path.join(directory, "e{epoch:03d}.weights.h5"),
        save_weights_only=True,
        save_freq=5 * steps_per_epoch,
    )
    return [best, every_fifth]


def newest(directory):
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[os.path.getmtime(os.path.join(directory, name))] = os.path.join(
                directory, name
            )
    return epochs[max(epochs)] if epochs else None
