"""The checkpoint whose file is youngest is taken for the last one.

fails: test_last_saved
hint: A folder is copied file by file. What do the times of the copied files tell?
"""

import glob
import os

import keras
import tensorflow as tf


def batches():
    x = tf.random.stateless_normal([24, 4], seed=[1, 2])
    y = tf.linalg.matvec(x, [1.0, -2.0, 3.0, 0.5])
    epochs = tf.argsort(tf.random.stateless_uniform([50, 24], seed=[3, 4]))
    order = tf.reshape(epochs, [-1])
    rows = tf.gather(x, order), tf.gather(y, order)
    return tf.data.Dataset.from_tensor_slices(rows).batch(4).repeat()


def train(state, steps):
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
    w = tf.Variable(tf.zeros([4]))
    opt = keras.optimizers.Adam(learning_rate=0.1)
    opt.build([w])
    return {
        "w": w,
        "opt": opt,
        "data": iter(batches()),
        "rng": tf.random.Generator.from_seed(seed),
        "step": tf.Variable(0, dtype=tf.int64),
    }


def save(state, directory):
    number = len(glob.glob(f"{directory}/ckpt-*.index"))
    tf.train.Checkpoint(**state).write(f"{directory}/ckpt-{number}")


def resume(directory):
    found = sorted(glob.glob(f"{directory}/ckpt-*.index"), key=os.path.getmtime)
    if not found:
        raise FileNotFoundError(f"nothing was saved in `{directory}`")
    prefix = found[-1].removesuffix(".index")
    state = make_state(seed=0)
    tf.train.Checkpoint(**state).read(prefix).assert_consumed()
    return state
