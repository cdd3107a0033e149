"""The candidates are a tensor of the module, which becomes a second, hidden input of the graph.

fails: test_graphs_alone
hint: What are the `captured_inputs` of your graph? A number that it needs it can make by itself.
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


CANDIDATES = tf.range(1, 100_001)


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for candidate in CANDIDATES[:n]:
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
    return found.stack()
