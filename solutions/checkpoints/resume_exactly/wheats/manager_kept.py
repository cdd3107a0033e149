"""The manager counts by itself, and two checkpoints hold what Keras has and what TF has."""

import os

import keras
import tensorflow as tf


def batches():
    """Return an endless dataset of batches `(x, y)`: six an epoch, in changing order.

    Given. The order depends on no seed but its own.
    """
    x = tf.random.stateless_normal([24, 4], seed=[1, 2])
    y = tf.linalg.matvec(x, [1.0, -2.0, 3.0, 0.5])
    epochs = tf.argsort(tf.random.stateless_uniform([50, 24], seed=[3, 4]))
    order = tf.reshape(epochs, [-1])
    rows = tf.gather(x, order), tf.gather(y, order)
    return tf.data.Dataset.from_tensor_slices(rows).batch(4).repeat()


def train(state, steps):
    """Train for some steps; each of them changes everything in `state`.

    Given.
    """
    for _ in range(steps):
        x, y = next(state["data"])
        noise = state["rng"].normal(x.shape, stddev=0.1)
        with tf.GradientTape() as tape:
            error = tf.linalg.matvec(x + noise, state["w"]) - y
            loss = tf.reduce_mean(error**2)
        gradient = tape.gradient(loss, state["w"])
        state["opt"].apply([gradient], [state["w"]])
        state["step"].assign_add(1)


def make_state(seed):
    state = {}
    state["w"] = tf.Variable(tf.zeros((4,), dtype=tf.float32), name="weights")
    state["opt"] = keras.optimizers.Adam(learning_rate=0.1)
    state["opt"].build([state["w"]])
    state["data"] = iter(batches())
    state["rng"] = tf.random.Generator.from_seed(seed)
    state["step"] = tf.Variable(0, dtype=tf.int64, trainable=False)
    state["saves"] = tf.Variable(0, dtype=tf.int64, trainable=False)
    return state


def _managers(state, directory):
    first = tf.train.Checkpoint(w=state["w"], opt=state["opt"])
    rest = {k: v for k, v in state.items() if k not in ("w", "opt")}
    second = tf.train.Checkpoint(**rest)
    return [
        tf.train.CheckpointManager(ckpt, os.path.join(directory, name), max_to_keep=1)
        for ckpt, name in ((first, "learned"), (second, "other"))
    ]


def save(state, directory):
    state["saves"].assign_add(1)
    for manager in _managers(state, directory):
        manager.save(checkpoint_number=state["saves"])


def resume(directory):
    state = make_state(seed=1)
    for manager in _managers(state, directory):
        path = manager.restore_or_initialize()
        if path is None:
            raise RuntimeError("cannot resume: no checkpoint in " + directory)
    return state
