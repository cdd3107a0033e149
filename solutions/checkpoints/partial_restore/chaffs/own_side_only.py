"""`restore_strict` asserts the side of the objects alone, not that of the checkpoint.

fails: test_strict_left_out, test_strict_mismatch
hint: The checkpoint holds an optimizer that nobody asked for. Which assertion would see it?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_existing_objects_matched()
