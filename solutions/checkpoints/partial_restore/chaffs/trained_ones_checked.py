"""Whether all is restored is checked only where the backbone has something to train already.

fails: test_no_value
hint: Which variables may a backbone have at first, if none of them is trained?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    if backbone.trainable_variables:
        status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
