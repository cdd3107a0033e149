"""How a solution of `gradients/tape_basics` is observed."""

import tensorflow as tf

ONE = {
    "cubes": lambda x: tf.reduce_sum(x**3),
    "waves": lambda x: tf.reduce_sum(tf.sin(3 * x) * tf.exp(-x)),
    "logistic": lambda x: tf.reduce_mean(tf.sigmoid(x * 2 - 1)),
    "looked up": lambda x: tf.reduce_sum(tf.gather(x, [0, 0, 1])),
}
SAME = {
    "square": lambda v: v * v,
    "sine": tf.sin,
    "mixed": lambda v: v * tf.reduce_sum(v),
    "shifted": lambda v: tf.exp(v / 2) + v,
    "looked up": lambda v: tf.gather(v, [1, 0, 1]),
}
MANY = {
    "first of two": lambda a, b: tf.reduce_sum(a * a),
    "outer of three": lambda a, b, c: tf.reduce_sum(a) * tf.reduce_prod(c),
    "none": lambda *inputs: tf.constant(7.0, inputs[0].dtype),
    "all": lambda a, b: tf.reduce_sum(tf.sin(a)) * tf.reduce_sum(b),
    "looked up": lambda a, b: tf.reduce_sum(tf.gather(a, [1, 1])) * tf.reduce_sum(b),
    "one of two": lambda a, b: tf.cond(
        a[0] > 0, lambda: tf.reduce_sum(a), lambda: 3 * tf.reduce_sum(b)
    ),
}


def gradient_at(solution, name, x):
    """What `grad_at` returns for a named function at `x`."""
    return solution.grad_at(ONE[name], tf.constant(x))


def gradients_of_one_line(solution, x, factors):
    """What `grad_at` returns for functions of one line, each with its factor."""

    def times(factor):
        return lambda x: tf.reduce_sum(factor * x * x)

    return [solution.grad_at(times(factor), tf.constant(x)) for factor in factors]


def gradients_of_two(solution, f, g, v):
    """What `two_grads` returns for two named functions at `v`."""
    return solution.two_grads(SAME[f], SAME[g], tf.constant(v))


def evaluations(solution, f, g, v):
    """How often `two_grads` calls `f`, and how often what `f` does is run."""
    calls, runs = [], tf.Variable(0)

    def counted(value):
        calls.append(value)
        runs.assign_add(1)
        return SAME[f](value)

    solution.two_grads(counted, SAME[g], tf.constant(v))
    return {"called": len(calls), "run": int(runs)}


def tapes(solution, f, g, v):
    """How many tapes `two_grads` opens, whatever name it knows them by."""
    entered = []
    enter = tf.GradientTape.__enter__

    def counted(tape):
        entered.append(tape)
        return enter(tape)

    tf.GradientTape.__enter__ = counted
    try:
        solution.two_grads(SAME[f], SAME[g], tf.constant(v))
    finally:
        tf.GradientTape.__enter__ = enter
    return len(entered)


def sensitivities(solution, name, xs):
    """What `sensitivity` returns for a named function at `xs`."""
    return solution.sensitivity(MANY[name], [tf.constant(x) for x in xs])
