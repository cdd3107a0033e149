"""Two replicas."""

import keras
import tensorflow as tf


def make_strategy():
    """Return a `MirroredStrategy` on two logical CPUs, which it makes."""
    [cpu] = tf.config.list_physical_devices("CPU")
    halves = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, halves)
    return tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])


def make_step(strategy, global_batch, lr):
    """Return a variable, and a step that trains it on both replicas.

    Args:
        strategy: What `make_strategy` returns.
        global_batch: How many rows a batch has in all replicas together.
        lr: The learning rate.

    Returns:
        The variable, shape `(4, 1)`, and a function `step(x, y)` that returns the loss.
    """
    with strategy.scope():
        w = tf.Variable(tf.zeros([4, 1]))
        optimizer = keras.optimizers.SGD(lr)

    def replica_step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((x @ w - y) ** 2) / global_batch
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        return loss

    @tf.function
    def step(x, y):
        parts = strategy.run(replica_step, args=(x, y))
        return strategy.reduce(tf.distribute.ReduceOp.SUM, parts, axis=None)

    return w, step
