"""Whole models are saved, not weights.

fails: test_files, test_every_fifth, test_best
hint: What ends in `.keras`, and what in `.weights.h5`?
"""

import os
import re

import keras


def make_callbacks(directory, steps_per_epoch):
    best = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "best.keras"),
        monitor="val_loss",
        save_best_only=True,
    )
    every_fifth = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "e{epoch:03d}.keras"),
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
