"""The best weights are kept in memory, and written when the training ends.

fails: test_other_losses
hint: A training is killed in epoch 50. Which file is there then, and from where?
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
            self.weights = self.model.get_weights()
        if epoch % 5 == 4:
            self.keep(f"e{epoch + 1:03d}.weights.h5")

    def on_train_end(self, logs=None):
        last = self.model.get_weights()
        self.model.set_weights(self.weights)
        self.keep("best.weights.h5")
        self.model.set_weights(last)


def make_callbacks(directory, steps_per_epoch):
    return [Keeper(directory)]


def newest(directory):
    epochs = {}
    for name in os.listdir(directory):
        match = re.fullmatch(r"e(\d{3,})\.weights\.h5", name)
        if match:
            epochs[int(match[1])] = os.path.join(directory, name)
    return epochs[max(epochs)] if epochs else None
