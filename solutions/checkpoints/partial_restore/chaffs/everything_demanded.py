"""It is demanded that all of the checkpoint finds a place, head and optimizer too.

fails: test_existing, test_later
hint: What does `assert_consumed` demand of a checkpoint of which you want a part?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_consumed()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
