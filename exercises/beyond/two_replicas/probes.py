"""How a solution of `beyond/two_replicas` is observed."""

import threading

import keras
import tensorflow as tf
from tensorflow.python.framework import op_callbacks


def strategy(solution):
    """How many replicas a strategy has, of which kind it is, and on which devices."""
    made = solution.make_strategy()
    devices = made.extended.worker_devices
    return {
        "replicas": made.num_replicas_in_sync,
        "mirrored": isinstance(made, tf.distribute.MirroredStrategy),
        "devices": [tf.DeviceSpec.from_string(name).device_type for name in devices],
        "different": len(set(devices)),
        "logical CPUs": len(tf.config.list_logical_devices("CPU")),
    }


def _in_parts(made, x, y, first):
    """An element with `first` rows for the first replica, the others for the second."""
    parts = [(x[:first], y[:first]), (x[first:], y[first:])]

    def part(context):
        return tuple(map(tf.constant, parts[context.replica_id_in_sync_group]))

    return made.experimental_distribute_values_from_function(part)


def trained(solution, x, y, batch, lr, other_rates=(), first=None):
    """What each step returns, and the weights after the last one.

    With `other_rates` more variables are trained in turn with the first one. With
    `first` the rows come once more, and so many of each batch are the first replica's.
    """
    made = solution.make_strategy()
    variable, step = solution.make_step(made, batch, lr)
    steps = [step, *(solution.make_step(made, batch, rate)[1] for rate in other_rates)]
    dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch)
    batches = list(made.experimental_distribute_dataset(dataset))
    if first is not None:
        for i in range(0, len(x), batch):
            rows = slice(i, i + batch)
            batches.append(_in_parts(made, x[rows], y[rows], first))
    losses = []
    for one in batches:
        results = [step(*one) for step in steps]
        losses.append(results[0])
    return {"losses": losses, "weights": _copies(made, variable)[0].numpy()}


def _copies(made, variable):
    own = variable.value if isinstance(variable, keras.Variable) else variable
    return made.experimental_local_results(own)


def _rows_of_replicas(step, x, y):
    """Make a step, and note for each replica the numbers of rows of what is like `x`.

    A replica is a thread, or a thread for each trace. What its operations take and
    return is noted while they run, or while they are traced if the shape is known then.
    What makes something else of such rows in no replica is returned, too, by its name.
    """
    seen, outside = {}, set()

    def note(rows, shape):
        if len(shape) == 2 and 4 in shape:
            rows |= set(map(int, shape)) - {1, 4}

    def watch(op_type, inputs, attrs, outputs, op_name=None, graph=None):
        if threading.current_thread() is threading.main_thread():
            if _makes_something_else(inputs, outputs) and not _has_a_body(op_type):
                outside.add(op_type)
            return
        rows = seen.setdefault(threading.get_ident(), set())
        for tensor in (*inputs, *outputs):
            if not tensor.dtype.is_floating:
                continue
            if tensor.shape.is_fully_defined():
                note(rows, tensor.shape)
                continue
            with tf.device("CPU:0"):
                tf.numpy_function(
                    lambda shape, rows=rows: note(rows, shape), [tf.shape(tensor)], []
                )

    op_callbacks.add_op_callback(watch)
    step(x, y)
    op_callbacks.remove_op_callback(watch)
    rows = sorted({tuple(sorted(one)) for one in seen.values()})
    return [list(one) for one in rows], sorted(outside)


def _makes_something_else(inputs, outputs):
    """Whether rows of width 4 become floats of another shape."""
    shapes = [
        [tuple(tensor.shape) for tensor in some if tensor.dtype.is_floating]
        for some in (inputs, outputs)
    ]
    like_x = {shape for shape in shapes[0] if len(shape) == 2 and shape[1] == 4}
    like_x -= {(1, 4), (4, 4)}
    return bool(like_x) and any(shape not in like_x for shape in shapes[1])


def _has_a_body(op_type):
    """Whether the operation calls a function, whose own operations are seen anyway."""
    return op_type.endswith(("Call", "While", "If", "Case")) or "__" in op_type


def parts(solution, x, y, first, lr):
    """How a step is shared whose first replica gets `first` rows, and the copies."""
    made = solution.make_strategy()
    variable, step = solution.make_step(made, len(x), lr)
    rows, outside = _rows_of_replicas(step, *_in_parts(made, x, y, first))
    copies = _copies(made, variable)
    return {
        "rows": rows,
        "outside": outside,
        "weights": [copy.numpy() for copy in copies],
        "devices": len({copy.device for copy in copies}),
    }
