"""Honest work: devices, a mirrored strategy, profiling, mixed precision, generators."""

import keras
import numpy as np
import tensorflow as tf


def doubled(x):
    assert tf.config.list_physical_devices("CPU")
    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    with strategy.scope():
        scale = tf.Variable(2.0, dtype=x.dtype)
    per_replica = strategy.run(lambda v: v * scale, args=(x,))
    generator = tf.random.Generator.from_seed(7)
    assert generator.normal((2,)).shape == (2,)
    assert tf.random.stateless_uniform((2,), (1, 2)).shape == (2,)
    layer = keras.layers.Dense(2, dtype="mixed_float16")
    assert layer(np.ones((1, 3))).dtype == "float16"
    tf.summary.create_file_writer("summary").close()
    with tf.device("CPU:0"):
        x2 = tf.linalg.matmul(tf.reshape(x, [-1, 1]), tf.constant([[2.0]], x.dtype))
    tf.debugging.assert_near(tf.reshape(x2, x.shape), per_replica)
    tf.debugging.check_numerics(x2, "finite")
    assert tf.signal.fft(tf.cast(x2[:, 0], tf.complex64)).shape == x2[:, 0].shape
    return per_replica
