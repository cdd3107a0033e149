"""The sum is a float32, which does not hold every large integer.

fails: test_edges
hint: Is 2**25 + 2 in float32 what it is in int32? What is the dtype of your total inside the loop?
"""

import tensorflow as tf


@tf.function
def collatz_steps(n):
    steps = tf.constant(0)
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


@tf.function
def first_index(xs, target):
    found = tf.constant(-1)
    for i in tf.range(tf.size(xs)):
        if xs[i] == target:
            found = i
            break
    return found


@tf.function
def sum_until_negative(xs):
    total = tf.constant(0.0)
    for x in xs:
        if x < 0:
            break
        if x % 2 != 0:
            continue
        total += tf.cast(x, tf.float32)
    return tf.cast(total, tf.int32)
