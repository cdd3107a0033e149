"""Two devices are named, but there is one.

fails: test_strategy
hint: How many logical CPUs does TensorFlow have, as long as nobody asks for more?
"""

import keras
import tensorflow as tf


def make_strategy():
    return tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])


def make_step(strategy, global_batch, lr):
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
