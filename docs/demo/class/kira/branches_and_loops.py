import tensorflow as tf


@tf.function
def collatz_steps(n):
    steps = tf.constant(0)
    while n != 1:
        n = tf.where(n % 2 == 0, n // 2, 3 * n + 1)
        steps += 1
    return steps


def first_index(xs, target):
    while True:
        print("looking for", target, "in", xs, "…" * 400)


def sum_until_negative(xs):
    total = 0
    for x in xs.numpy():
        if x < 0:
            break
        if x % 2 == 0:
            total += x
    return tf.constant(total)
