"""The backbone has another name than the checkpoint has for it.

fails: test_existing, test_later
hint: Under which name was the backbone saved? A restore goes by that, not by its class.
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(model=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
