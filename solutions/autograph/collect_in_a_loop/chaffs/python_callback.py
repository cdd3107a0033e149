"""The loop runs in NumPy, behind `tf.numpy_function`.

fails: test_running_max_graph, test_gradient
hint: What would be left of this function on a machine without your Python code? And of its gradient?
"""

import numpy as np
import tensorflow as tf


def _in_numpy(xs):
    return np.maximum.accumulate(xs)


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    return tf.numpy_function(_in_numpy, [xs], tf.float32)


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
    return found.stack()
