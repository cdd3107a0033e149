"""A loss of zero counts as none, and so the next epoch always counts as better.

fails: test_other_losses
hint: Your `if` asks whether there is a best so far. What does it say of `0.0`?
"""

import os
import re

import keras


class Keeper(keras.callbacks.Callback):
    def __init__(self, directory):
        super().__init__()
        self.directory = directory
        self.lowest = None

    def keep(self, name):
        os.makedirs(self.directory, exist_ok=True)
        self.model.save_weights(os.path.join(self.directory, name))

    def on_epoch_end(self, epoch, logs=None):
        if not self.lowest or logs["val_loss"] < self.lowest:
            self.lowest = logs["val_loss"]
            self.keep("best.weights.h5")
        if epoch % 5 == 4:
            self.keep(f"e{epoch + 1:03d}.weights.h5")


def make_callbacks(directory, steps_per_epoch):
    return [Keeper(directory)]


def newest(directory):
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
