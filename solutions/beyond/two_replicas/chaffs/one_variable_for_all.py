"""There is one variable for all calls of `make_step`, and each call sets it to zero.

fails: test_other_batches
hint: Make two steps. Which variable does the second one train, and which the first one?
"""

import keras
import tensorflow as tf

_VARIABLES = []


def make_strategy():
    [cpu] = tf.config.list_physical_devices("CPU")
    halves = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, halves)
    return tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])


def make_step(strategy, global_batch, lr):
    with strategy.scope():
        if not _VARIABLES:
            _VARIABLES.append(tf.Variable(tf.zeros([4, 1])))
        [w] = _VARIABLES
        w.assign(tf.zeros([4, 1]))
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
