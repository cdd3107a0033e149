"""All is saved as arrays; an iterator of its own counts, and is wound forward."""

import os

import keras
import numpy as np
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


class Counted:
    def __init__(self, taken):
        self.taken = taken
        self.iterator = iter(batches().skip(taken))

    def __iter__(self):
        return self

    def __next__(self):
        self.taken += 1
        return next(self.iterator)


def make_state(seed):
    w = tf.Variable(np.zeros(4, np.float32))
    opt = keras.optimizers.Adam(0.1)
    opt.build([w])
    rng = tf.random.Generator.from_seed(seed)
    step = tf.Variable(np.int64(0))
    return {"w": w, "opt": opt, "data": Counted(0), "rng": rng, "step": step}


def save(state, directory):
    os.makedirs(directory, exist_ok=True)
    slots = {f"opt{i}": v.numpy() for i, v in enumerate(state["opt"].variables)}
    np.savez(
        os.path.join(directory, "state.npz"),
        w=state["w"].numpy(),
        rng=state["rng"].state.numpy(),
        step=state["step"].numpy(),
        taken=state["data"].taken,
        **slots,
    )


def resume(directory):
    with np.load(os.path.join(directory, "state.npz")) as file:
        saved = dict(file)
    state = make_state(0)
    state["w"].assign(saved["w"])
    state["step"].assign(saved["step"])
    state["rng"].reset(saved["rng"])
    for i, variable in enumerate(state["opt"].variables):
        variable.assign(saved[f"opt{i}"])
    state["data"] = Counted(int(saved["taken"]))
    return state
