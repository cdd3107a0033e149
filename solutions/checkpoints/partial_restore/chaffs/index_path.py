"""The name of the index file is given where the prefix is wanted, and nothing is restored.

fails: test_existing, test_later
hint: It raised nothing. Did it restore something? Which part of their names do the files share?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix + ".index")
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
