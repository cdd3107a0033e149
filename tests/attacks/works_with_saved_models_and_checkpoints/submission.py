"""Honest work: SavedModel with signatures and assets, Checkpoint and its manager."""

import os
import tempfile

import numpy as np
import tensorflow as tf


class Doubler(tf.Module):
    def __init__(self, vocabulary):
        self.scale = tf.Variable(1.0, dtype=tf.float64)
        self.asset = tf.saved_model.Asset(vocabulary)

    @tf.function(input_signature=[tf.TensorSpec(None, tf.float64)])
    def __call__(self, x):
        return self.scale * x

    @tf.function(input_signature=[])
    def words(self):
        return tf.io.read_file(self.asset.asset_path)


def doubled(x):
    folder = tempfile.mkdtemp()
    vocabulary = os.path.join(folder, "words.txt")
    tf.io.write_file(vocabulary, "two\n")
    module = Doubler(vocabulary)
    manager = tf.train.CheckpointManager(
        tf.train.Checkpoint(module=module, step=tf.Variable(0)), folder, max_to_keep=2
    )
    for value in (1.0, 2.0, 3.0):
        module.scale.assign(value)
        manager.save()
    assert len(manager.checkpoints) == 2
    manager.checkpoint.restore(manager.checkpoints[0]).assert_consumed()
    assert tf.train.list_variables(manager.checkpoints[0])
    tf.saved_model.save(module, f"{folder}/saved", signatures=module.__call__)
    loaded = tf.saved_model.load(f"{folder}/saved")
    assert loaded.words().numpy() == b"two\n"
    signature = loaded.signatures["serving_default"]
    wide = tf.cast(x, tf.float64)
    [answer] = signature(wide).values()
    np.testing.assert_array_equal(answer, loaded(wide))
    return tf.cast(answer, x.dtype)
