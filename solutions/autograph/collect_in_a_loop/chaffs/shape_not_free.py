"""A tensor grows in the loop, and the loop was not told that its shape changes.

fails: test_divisors
hint: The message speaks of the shape before the loop and after one round. Which option of the loop lets a shape vary?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    largest = xs[0]
    results = tf.TensorArray(tf.float32, size=tf.size(xs))
    for i in tf.range(tf.size(xs)):
        largest = tf.maximum(largest, xs[i])
        results = results.write(i, largest)
    return results.stack()


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.zeros([0], tf.int32)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = tf.concat([found, [candidate]], axis=0)
    return found
