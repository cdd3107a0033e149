"""The number of divisors found so far is kept in a `tf.Variable` outside the graph.

fails: test_graphs_alone
hint: What does your graph need beside `n`? A loop can carry its own counter from round to round.
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


COUNT = tf.Variable(0)


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    COUNT.assign(0)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(COUNT, candidate)
            COUNT.assign_add(1)
    return found.stack()
