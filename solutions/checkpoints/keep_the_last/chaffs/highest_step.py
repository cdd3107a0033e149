"""The checkpoint with the highest step is taken for the newest.

fails: test_newest_of_several
hint: A run goes back from step 100 to step 50 and saves. Which checkpoint is the newest?
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
        paths = self.manager.checkpoints
        if not paths:
            return 0
        key = "_saved_step/.ATTRIBUTES/VARIABLE_VALUE"
        highest = max(paths, key=lambda path: tf.train.load_variable(path, key))
        self.checkpoint.restore(highest).assert_consumed()
        self.checkpoint.save_counter.assign(int(paths[-1].rpartition("-")[2]))
        return int(self.step)
