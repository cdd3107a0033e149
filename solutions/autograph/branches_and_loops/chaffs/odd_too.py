"""Odd elements are added too.

fails: test_sum
hint: Is the 3 of the example part of the sum?
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
        if x < 0:
            break
        total += x
    return total
