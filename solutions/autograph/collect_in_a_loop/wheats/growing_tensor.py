"""Tensors that grow by `tf.concat`, with the loop told that their shape changes."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    best = xs[0]
    out = tf.zeros([0], tf.float32)
    for x in xs:
        tf.autograph.experimental.set_loop_options(
            shape_invariants=[(out, tf.TensorShape([None]))]
        )
        if x > best:
            best = x
        out = tf.concat([out, [best]], axis=0)
    return out


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    out = tf.constant([1])
    i = 2
    while i <= n:
        tf.autograph.experimental.set_loop_options(
            shape_invariants=[(out, tf.TensorShape([None]))]
        )
        if tf.math.floormod(n, i) == 0:
            out = tf.concat([out, tf.expand_dims(i, 0)], 0)
        i += 1
    return out
