"""A graph with a placeholder.

`README.md` beside this file says what to write. Look at your work with

    grader check foundations/placeholder_graph
"""

import tensorflow as tf


def build_graph():
    """Build `relu(x @ w - 1)` as a graph that waits for `x`.

    `w` is a float32 variable that starts as `[[1.0], [-2.0], [3.0]]`.

    Returns:
        A pair: a `tf.Graph`, and a dict with the name of the placeholder, `"x"`, of the
        result, `"y"`, and of the operation that initialises `w`, `"init"`.
    """
    raise NotImplementedError("your turn: `build_graph`")


def run(graph, names, xs):
    """Run a graph for some data, from `init` on.

    Args:
        graph: A `tf.Graph`, not only one of `build_graph`.
        names: A dict with the names of its `"x"`, `"y"` and `"init"`.
        xs: float32 array, shape `(batch, 3)`.

    Returns:
        What `"y"` is for this `"x"`: an array.
    """
    raise NotImplementedError("your turn: `run`")
