"""The step is kept as a float32, which cannot hold every large whole number.

fails: test_newest_of_several
hint: What is the dtype of the variable that holds your step? Try `tf.Variable(float(2**24 + 1))`.
"""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = tf.Variable(0.0)
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
        status.assert_consumed()
        return int(self.step)
