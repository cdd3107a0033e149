"""The function asks for a NumPy value while the graph is built, when there is none.

fails: test_sum
hint: While the graph is built `x` stands for a value to come. Which operation of TensorFlow does what you want?
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
    total = tf.constant(0)
    for x in xs:
        if x.numpy() < 0:
            break
        if x % 2 != 0:
            continue
        total += x
    return total
