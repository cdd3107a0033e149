"""All candidates are tried at once, without a loop.

fails: test_divisors_graph
hint: The numbers are right. Which operation of your graph is the loop that was asked for?
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
    candidates = tf.range(1, n + 1)
    return tf.boolean_mask(candidates, n % candidates == 0)
