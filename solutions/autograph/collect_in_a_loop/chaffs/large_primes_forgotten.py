"""Prime factors above the root of the largest number are forgotten.

fails: test_divisors_elsewhere
hint: Which divisors has 331, and which of them does your loop meet?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    results = tf.TensorArray(tf.float32, size=tf.shape(xs)[0])
    best = xs[0]
    for i in tf.range(tf.shape(xs)[0]):
        best = tf.maximum(best, xs[i])
        results = results.write(i, best)
    return results.stack()


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.constant([1])
    rest = n
    # No number up to 100,000 has a factor above its root, 316, but for its partner.
    for p in tf.range(2, 317):
        tf.autograph.experimental.set_loop_options(
            shape_invariants=[(found, tf.TensorShape([None]))]
        )
        more = found
        while rest % p == 0:
            tf.autograph.experimental.set_loop_options(
                shape_invariants=[
                    (found, tf.TensorShape([None])),
                    (more, tf.TensorShape([None])),
                ]
            )
            more *= p
            found = tf.concat([found, more], 0)
            rest //= p
    return tf.sort(found)
