"""The status is not returned.

fails: test_status
hint: Whoever calls you wants to ask after the first call. Whom?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
