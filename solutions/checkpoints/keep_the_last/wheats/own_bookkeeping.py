"""`Checkpoint.save` numbers, and old files are deleted by hand."""

import glob
import os

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.directory, self.keep = directory, keep
        self.step = tf.Variable(0, dtype=tf.int64)
        self.ckpt = tf.train.Checkpoint(the_step=self.step, **objects)

    def save(self, step):
        self.step.assign(step)
        path = self.ckpt.save(os.path.join(self.directory, "ckpt"))
        for old in range(1, int(self.ckpt.save_counter) - self.keep + 1):
            for name in glob.glob(os.path.join(self.directory, f"ckpt-{old}.*")):
                os.remove(name)
        return path

    def restore_or_start(self):
        path = tf.train.latest_checkpoint(self.directory)
        if path is None:
            return 0
        status = self.ckpt.restore(path)
        self.ckpt.save_counter
        status.assert_consumed()
        return int(self.step.numpy())
