"""Honest work: tf.data with threads, caches, records and generators."""

import os
import tempfile

import numpy as np
import tensorflow as tf


def doubled(x):
    folder = tempfile.mkdtemp()
    flat = tf.reshape(x, [-1])
    path = os.path.join(folder, "numbers.tfrecord")
    with tf.io.TFRecordWriter(path, "GZIP") as writer:
        for number in flat:
            writer.write(tf.io.serialize_tensor(number).numpy())
    records = tf.data.TFRecordDataset(path, "GZIP", num_parallel_reads=2)
    parsed = records.map(
        lambda text: tf.io.parse_tensor(text, x.dtype),
        num_parallel_calls=tf.data.AUTOTUNE,
        deterministic=True,
    )
    cached = parsed.cache(os.path.join(folder, "cache")).batch(2).prefetch(2)
    once = np.concatenate([batch.numpy() for batch in cached])
    again = tf.data.Dataset.from_generator(
        lambda: iter(once), output_signature=tf.TensorSpec((), x.dtype)
    )
    both = tf.data.Dataset.zip((cached.unbatch(), again)).shuffle(4, seed=1)
    assert len(list(both)) == len(once)
    sums = tf.data.Dataset.zip((cached.unbatch(), again)).map(lambda a, b: a + b)
    windows = sums.interleave(
        lambda s: tf.data.Dataset.from_tensors(s), cycle_length=2, num_parallel_calls=2
    )
    return tf.reshape(tf.stack(list(windows)), x.shape)
