"""`period=5` is asked for, which Keras 3 no longer has.

fails: test_files, test_every_fifth, test_best
hint: Which argument took the place of `period`, and what does it count?
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
        period=5,
    )
    return [best, every_fifth]


def newest(directory):
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
