"""How a solution of `checkpoints/best_and_every_fifth` is observed."""

import os
import shutil
import time

import keras
import numpy as np

FOLDER = "run"


def _model():
    """A model with one weight, which counts epochs: it is 0 at the start."""
    dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    return keras.Sequential([keras.Input((1,)), dense])


def _ready(solution, steps):
    """A compiled model, and the callbacks for a folder that is not there yet."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    callbacks = solution.make_callbacks(FOLDER, steps)
    model = _model()
    model.compile(keras.optimizers.SGD(1 / steps), loss="mae", run_eagerly=True)
    return model, callbacks


def _left():
    return sorted(os.listdir(FOLDER)) if os.path.isdir(FOLDER) else []


def files_of_fit(solution, steps, epochs):
    """The files that `fit` leaves; the weight gets one larger with each epoch."""
    model, callbacks = _ready(solution, steps)
    one, far = np.ones((steps, 1), "float32"), np.full((steps, 1), 100, "float32")
    model.fit(
        one,
        far,
        batch_size=1,
        epochs=epochs,
        validation_data=(one[:1], far[:1]),
        callbacks=callbacks,
        verbose=0,
    )
    return _left()


def kept(solution, steps, val_losses, killed=False):
    """The weight in each file after epochs with such validation losses.

    The callbacks hear what they hear from `fit`, or up to the last epoch's end where it
    is killed. The training loss falls up to the last epoch but one.
    """
    model, callbacks = _ready(solution, steps)
    all_of_them = keras.callbacks.CallbackList(
        callbacks, model=model, epochs=len(val_losses), steps=steps, verbose=0
    )
    all_of_them.on_train_begin()
    for epoch, val_loss in enumerate(val_losses):
        all_of_them.on_epoch_begin(epoch)
        logs = {"loss": float(abs(len(val_losses) - 2 - epoch))}
        for batch in range(steps):
            all_of_them.on_train_batch_begin(batch)
            model.weights[0].assign_add([[1 / steps]])
            all_of_them.on_train_batch_end(batch, logs)
        all_of_them.on_test_begin()
        all_of_them.on_test_batch_begin(0)
        all_of_them.on_test_batch_end(0, {"loss": val_loss})
        all_of_them.on_test_end({"loss": val_loss})
        all_of_them.on_epoch_end(epoch, logs | {"val_loss": val_loss})
    if not killed:
        all_of_them.on_train_end(logs | {"val_loss": val_loss})
    return {name: _weight_in(name) for name in _left()}


def _weight_in(name):
    model = _model()
    model.load_weights(os.path.join(FOLDER, name))
    return model.get_weights()[0]


def newest(solution, names, folder=FOLDER):
    """The newest of files of such names, which were written in this order."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name in names:
        time.sleep(0.01)  # The clock of a file system is coarse.
        with open(os.path.join(folder, name), "w"):
            pass
    found = solution.newest(folder)
    return None if found is None else os.path.relpath(found, folder)
