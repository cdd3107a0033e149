"""Only the side of the objects is asserted, not that of the checkpoint.

fails: test_mismatch
hint: The checkpoint holds something that nobody asked for. Does your assertion see it?
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
        if self.manager.latest_checkpoint is None:
            return 0
        status = self.checkpoint.restore(self.manager.latest_checkpoint)
        status.assert_existing_objects_matched()
        return int(self.step)
