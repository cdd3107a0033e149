"""Two callbacks of its own, which save at the end of an epoch."""

import glob
import os

import keras


class Best(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.lowest = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.lowest = logs["val_loss"]
            self.model.save_weights(self.path)


class EveryFifth(keras.callbacks.Callback):
    def __init__(self, directory):
        super().__init__()
        self.directory = directory

    def on_epoch_end(self, epoch, logs=None):
        number = epoch + 1
        if number % 5 == 0:
            name = "e" + str(number).zfill(3) + ".weights.h5"
            self.model.save_weights(os.path.join(self.directory, name))


def make_callbacks(directory, steps_per_epoch):
    os.makedirs(directory, exist_ok=True)
    return [Best(directory + "/best.weights.h5"), EveryFifth(directory)]


def newest(directory):
    files = glob.glob(os.path.join(directory, "e[0-9]*.weights.h5"))

    def epoch(path):
        return int(os.path.basename(path)[1:].split(".")[0])

    files.sort(key=epoch)
    return files[-1] if files else None
