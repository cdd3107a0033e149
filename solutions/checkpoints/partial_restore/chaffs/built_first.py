"""The backbone is called with an input of a width that was only guessed.

fails: test_other_backbones, test_status
hint: How wide is the input? Nobody told you, and a restore needs no variables yet.
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    backbone(tf.zeros([1, 3]))
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
