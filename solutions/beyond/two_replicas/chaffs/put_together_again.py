"""The parts are put together again, and one device computes for both.

fails: test_copies
hint: What does the second device do, while the first one computes the whole gradient?
"""

import tensorflow as tf


def make_strategy():
    [cpu] = tf.config.list_physical_devices("CPU")
    halves = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, halves)
    return tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])


def make_step(strategy, global_batch, lr):
    with strategy.scope():
        w = tf.Variable(tf.zeros([4, 1]))

    @tf.function
    def step(x, y):
        x, y = (tf.concat(strategy.experimental_local_results(v), 0) for v in (x, y))
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((x @ w - y) ** 2) / global_batch
        w.assign_sub(lr * tape.gradient(loss, w))
        return loss

    return w, step
