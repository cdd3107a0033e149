"""Nothing deletes old checkpoints: the manager is passed by, or not told how many to keep.

fails: test_only_the_last
hint: Who deletes old checkpoints, does it hear of your saves, and does it know `keep`?
"""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.directory = directory
        self.step = tf.Variable(0, dtype=tf.int64)
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **objects)
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        self.step.assign(step)
        return self.checkpoint.save(f"{self.directory}/ckpt")

    def restore_or_start(self):
        newest = tf.train.latest_checkpoint(self.directory)
        if newest is None:
            return 0
        status = self.checkpoint.restore(newest)
        status.assert_consumed()
        return int(self.step)
