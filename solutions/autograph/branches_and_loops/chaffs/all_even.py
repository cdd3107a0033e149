"""The sum goes on after the first negative element.

fails: test_sum
hint: What comes after the -1 in the example, and should it count?
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
            continue
        if x % 2 != 0:
            continue
        total += x
    return total
