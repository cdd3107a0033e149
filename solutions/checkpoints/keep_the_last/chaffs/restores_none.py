"""An empty directory is not thought of: `restore(None)` is asserted.

fails: test_start, test_numbering_continues
hint: What is `latest_checkpoint` before anything was saved?
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
        return self.manager.save()

    def restore_or_start(self):
        status = self.checkpoint.restore(self.manager.latest_checkpoint)
        status.assert_consumed()
        return int(self.step)
