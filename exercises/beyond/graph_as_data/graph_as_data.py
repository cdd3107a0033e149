"""A graph as data.

`README.md` beside this file says what to write. Look at your work with

    grader check beyond/graph_as_data
"""

from collections import Counter

import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import (
    convert_variables_to_constants_v2,
)


def freeze(fn, *specs):
    """Return the graph of `fn` as bytes, with everything that it needs.

    Args:
        fn: A `tf.function`.
        *specs: A `tf.TensorSpec` for each of its arguments.

    Returns:
        The bytes, the names of the arguments, and the names of the results.
    """
    raise NotImplementedError("your turn: `freeze`")


def run_bytes(blob, inputs, outputs, values):
    """Run a graph from its bytes.

    Args:
        blob: The graph.
        inputs: The names of the tensors that get a value.
        outputs: The names of the tensors that are asked for.
        values: A NumPy array for each input.

    Returns:
        A list of the outputs, in order.
    """
    raise NotImplementedError("your turn: `run_bytes`")


def op_census(blob):
    """Count the operations of a graph, its library of functions included.

    Args:
        blob: The graph.

    Returns:
        A dict: how many there are of each kind of operation.
    """
    raise NotImplementedError("your turn: `op_census`")
