"""`tf.train.latest_checkpoint` is asked for a file that is no TensorFlow checkpoint.

fails: test_newest
hint: It says None. Which file does it look for, and who would have written it here?
"""

import os

import keras
import tensorflow as tf


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
        save_freq=5 * steps_per_epoch,
    )
    return [best, every_fifth]


def newest(directory):
    return tf.train.latest_checkpoint(directory)
