"""`save` returns the directory, not the checkpoint.

fails: test_path
hint: Could somebody restore this very checkpoint from what `save` returned?
"""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = tf.Variable(0, dtype=tf.int64)
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **objects)
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        self.step.assign(step)
        self.manager.save()
        return self.manager.directory

    def restore_or_start(self):
        if self.manager.latest_checkpoint is None:
            return 0
        status = self.checkpoint.restore(self.manager.latest_checkpoint)
        status.assert_consumed()
        return int(self.step)
