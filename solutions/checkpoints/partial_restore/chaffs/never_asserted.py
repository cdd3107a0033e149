"""Of the backbone nothing is asserted, or no more than that something matched.

fails: test_no_value
hint: Give it a checkpoint in which the backbone has another name. Who notices, and when?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
