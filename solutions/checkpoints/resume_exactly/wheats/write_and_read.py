"""One file, written over each time; the optimizer is built after the restore."""

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
    return dict(
        w=tf.Variable([0.0, 0.0, 0.0, 0.0]),
        opt=keras.optimizers.Adam(0.1),
        data=iter(batches()),
        rng=tf.random.Generator.from_seed(seed),
        step=tf.Variable(0, dtype="int64"),
    )


def save(state, directory):
    if not state["opt"].built:
        state["opt"].build([state["w"]])
    tf.train.Checkpoint(**state).write(os.path.join(directory, "state"))


def resume(directory):
    path = os.path.join(directory, "state")
    if not os.path.exists(path + ".index"):
        raise ValueError("there is nothing to resume")
    state = make_state(0)
    status = tf.train.Checkpoint(**state).read(path)
    state["opt"].build([state["w"]])
    status.assert_consumed()
    return state
