"""What is left over in the checkpoint is looked for at the top alone.

fails: test_mismatch
hint: A module was saved with two variables, and yours has one of them. Do the names at the top tell?
"""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = tf.Variable(0, dtype=tf.int64)
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **objects)
        self.names = {"_saved_step", "save_counter", *objects}
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        self.step.assign(step)
        return self.manager.save()

    def restore_or_start(self):
        newest = self.manager.latest_checkpoint
        if newest is None:
            return 0
        keys = [key for key, _ in tf.train.list_variables(newest)]
        saved = {key.split("/")[0] for key in keys} - {"_CHECKPOINTABLE_OBJECT_GRAPH"}
        if saved - self.names:
            raise AssertionError(f"not named: {saved - self.names}")
        status = self.checkpoint.restore(newest)
        status.assert_existing_objects_matched().expect_partial()
        return int(self.step)
