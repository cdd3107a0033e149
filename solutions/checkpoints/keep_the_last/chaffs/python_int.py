"""The step is a Python int, which no checkpoint can hold.

fails: test_restored, test_start, test_only_the_last, test_path
hint: What does the message call "trackable", and which object of TensorFlow holds a number and is?
"""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = 0
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **objects)
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        self.step = step
        return self.manager.save()

    def restore_or_start(self):
        if self.manager.latest_checkpoint is None:
            return 0
        status = self.checkpoint.restore(self.manager.latest_checkpoint)
        status.assert_consumed()
        return int(self.step)
