"""Resume exactly.

`README.md` beside this file says what to write. Look at your work with

    grader check checkpoints/resume_exactly
"""

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
    """Return the state of a run that has not begun.

    Args:
        seed: An int, for the random generator.

    Returns:
        A dict with the keys `w`, `opt`, `data`, `rng` and `step`.
    """
    raise NotImplementedError("your turn: `make_state`")


def save(state, directory):
    """Save the whole state.

    Args:
        state: As made by `make_state` or by `resume`, and perhaps trained.
        directory: Where to; perhaps not there yet.
    """
    raise NotImplementedError("your turn: `save`")


def resume(directory):
    """Return the state that was saved last, to go on as if nothing had happened.

    Args:
        directory: That of `save`, or a copy of it.

    Returns:
        A dict as made by `make_state`.

    Raises:
        FileNotFoundError: Nothing was saved there.
    """
    raise NotImplementedError("your turn: `resume`")
