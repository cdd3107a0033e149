import tensorflow as tf


@tf.function
def collatz_steps(n):
    steps = tf.constant(0)
    while n != 1:
        if n % 2 == 0:
            half = n // 2
        else:
            half = 3 * n + 1
        steps += 1
    return steps


@tf.function
def first_index(xs, target):
    for i in tf.range(tf.size(xs)):
        if xs[i] == target:
            return i
    return -1


@tf.function
def sum_until_negative(xs):
    total = tf.zeros([], xs.dtype)
    for x in xs:
        if x < 0:
            break
        if x % 2 == 0:
            total += x
    return total
