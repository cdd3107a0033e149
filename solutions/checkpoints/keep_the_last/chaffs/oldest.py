"""The oldest checkpoint is restored, not the newest.

fails: test_numbering_continues, test_newest_of_several
hint: In which order does `manager.checkpoints` list them, and which one do you want?
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
        status = self.checkpoint.restore(self.manager.checkpoints[0])
        status.assert_consumed()
        return int(self.step)
