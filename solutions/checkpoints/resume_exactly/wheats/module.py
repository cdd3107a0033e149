"""The parts hang on a module, and a step with a zero gradient makes the slots."""

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
    return {
        "step": tf.Variable(tf.constant(0, tf.int64)),
        "rng": tf.random.Generator.from_seed(seed),
        "data": iter(batches()),
        "opt": keras.optimizers.Adam(learning_rate=1e-1),
        "w": tf.Variable(tf.zeros(4)),
    }


def _whole(state):
    root = tf.Module()
    for key, part in state.items():
        setattr(root, key, part)
    return tf.train.Checkpoint(root=root)


def save(state, directory):
    _whole(state).save(directory + "/ckpt")


def resume(directory):
    newest = tf.train.latest_checkpoint(directory)
    assert newest, "no checkpoint"
    state = make_state(12345)
    state["opt"].apply([tf.zeros_like(state["w"])], [state["w"]])
    state["opt"].iterations.assign(0)
    _whole(state).restore(newest)
    return state
