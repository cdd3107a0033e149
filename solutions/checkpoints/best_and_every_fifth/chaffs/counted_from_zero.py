"""Epochs are counted from 0: the files are those of epochs 1, 6 and 11.

fails: test_files, test_every_fifth
hint: `on_epoch_end` is told 0 for the first epoch. Which number does the statement give it?
"""

import os
import re

import keras


class EveryFifth(keras.callbacks.Callback):
    def __init__(self, directory):
        super().__init__()
        self.directory = directory

    def on_epoch_end(self, epoch, logs=None):
        if epoch % 5 == 0:
            path = os.path.join(self.directory, f"e{epoch:03d}.weights.h5")
            self.model.save_weights(path)


def make_callbacks(directory, steps_per_epoch):
    best = keras.callbacks.ModelCheckpoint(
        os.path.join(directory, "best.weights.h5"),
        monitor="val_loss",
        save_best_only=True,
        save_weights_only=True,
    )
    every_fifth = EveryFifth(directory)
    return [best, every_fifth]


def newest(directory):
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
