"""`LambdaCallback` for the periodic files; names are sorted by length, then by letters."""

import os

import keras


def make_callbacks(directory, steps_per_epoch):
    trained = []

    class Remember(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            trained[:] = [self.model]

    def keep(epoch, logs):
        if epoch % 5 == 4:
            trained[0].save_weights(f"{directory}/e{epoch + 1:03d}.weights.h5")

    best = keras.callbacks.ModelCheckpoint(
        filepath=f"{directory}/best.weights.h5",
        save_weights_only=True,
        save_best_only=True,
        verbose=1,
    )
    return [best, Remember(), keras.callbacks.LambdaCallback(on_epoch_end=keep)]


def newest(directory):
    names = [
        name
        for name in os.listdir(directory)
        if name[0] == "e" and name[1:].removesuffix(".weights.h5").isdigit()
    ]
    if not names:
        return None
    return os.path.join(directory, sorted(names, key=lambda n: (len(n), n))[-1])
