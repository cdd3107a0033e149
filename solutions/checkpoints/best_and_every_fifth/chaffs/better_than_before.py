"""An epoch counts as the best where it is better than the one before it.

fails: test_other_losses
hint: Losses 4, 1, 3, 2: is the fourth epoch the best so far, or only better than the third?
"""

import os
import re

import keras


class Best(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.last = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        if logs["val_loss"] < self.last:
            self.model.save_weights(self.path)
        self.last = logs["val_loss"]


def make_callbacks(directory, steps_per_epoch):
    best = Best(os.path.join(directory, "best.weights.h5"))
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
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
