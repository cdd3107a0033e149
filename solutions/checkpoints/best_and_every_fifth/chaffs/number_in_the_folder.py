"""The epoch is looked for in the whole path, and a folder's name may have a number too.

fails: test_newest_of_many
hint: Try a folder whose name ends in a number. In which part of the path is the epoch?
"""

import os
import re

import keras


class Keeper(keras.callbacks.Callback):
    def __init__(self, directory):
        super().__init__()
        self.directory = directory
        self.lowest = float("inf")

    def keep(self, name):
        os.makedirs(self.directory, exist_ok=True)
        self.model.save_weights(os.path.join(self.directory, name))

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.lowest = logs["val_loss"]
            self.keep("best.weights.h5")
        if epoch % 5 == 4:
            self.keep(f"e{epoch + 1:03d}.weights.h5")


def make_callbacks(directory, steps_per_epoch):
    return [Keeper(directory)]


def newest(directory):
    names = os.listdir(directory)
    periodic = [name for name in names if re.fullmatch(r"e\d{3,}\.weights\.h5", name)]
    paths = sorted(os.path.join(directory, name) for name in periodic)
    return max(paths, key=lambda path: int(re.search(r"\d+", path)[0]), default=None)
