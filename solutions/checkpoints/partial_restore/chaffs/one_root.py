"""All backbones hang on one root, and so each status asks after the latest of them.

fails: test_status
hint: Restore two backbones before you call either. Which one does the first status see?
"""

import tensorflow as tf

_ROOT = tf.train.Checkpoint()


def restore_backbone(prefix, backbone):
    _ROOT.backbone = backbone
    status = _ROOT.restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
