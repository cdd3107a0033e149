"""Batches are counted by hand, and the epoch is worked out from them."""

import os

import keras


def make_callbacks(directory, steps_per_epoch):
    checkpoint = keras.callbacks.ModelCheckpoint

    class Periodic(keras.callbacks.Callback):
        batches = 0

        def on_train_batch_end(self, batch, logs=None):
            self.batches += 1
            if self.batches % (steps_per_epoch * 5) == 0:
                epoch = self.batches // steps_per_epoch
                path = os.path.join(directory, f"e{epoch:03d}.weights.h5")
                self.model.save_weights(path)

    os.makedirs(directory, exist_ok=True)
    return [
        Periodic(),
        checkpoint(
            os.path.join(directory, "best.weights.h5"),
            monitor="val_loss",
            mode="min",
            save_freq="epoch",
            save_best_only=True,
            save_weights_only=True,
        ),
    ]


def newest(directory):
    epochs = [0]
    for name in os.listdir(directory):
        number = name[1 : -len(".weights.h5")]
        if name == f"e{number}.weights.h5" and number.isdigit():
            epochs.append(int(number))
    if max(epochs) == 0:
        return None
    return os.path.join(directory, f"e{max(epochs):03d}.weights.h5")
