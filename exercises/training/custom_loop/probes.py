"""How a solution of `training/custom_loop` is observed."""

import keras
import tensorflow as tf


def _weights(seed):
    return keras.initializers.RandomNormal(stddev=0.5, seed=seed)


def _regression():
    layers = [
        keras.Input([3]),
        # A bias before batch normalisation has no effect, and its gradient is noise.
        keras.layers.Dense(
            6,
            use_bias=False,
            kernel_initializer=_weights(1),
            kernel_regularizer=keras.regularizers.L2(0.05),
        ),
        keras.layers.BatchNormalization(momentum=0.8),
        keras.layers.Dense(1, kernel_initializer=_weights(2), kernel_regularizer="l1"),
    ]
    return {
        "model": keras.Sequential(layers),
        "optimizer": keras.optimizers.Adam(0.05, epsilon=1e-3),
        "loss_fn": keras.losses.MeanSquaredError(),
        "metric": keras.metrics.MeanAbsoluteError(),
    }


def _classes():
    inputs = keras.Input([3])
    frozen = keras.layers.Dense(4, kernel_initializer=_weights(1), trainable=False)
    hidden = keras.layers.Dropout(0.4, seed=5)(frozen(inputs))
    hidden = keras.layers.Dense(
        4,
        activation="tanh",
        kernel_initializer=_weights(2),
        activity_regularizer=keras.regularizers.L2(0.1),
    )(hidden)
    outputs = keras.layers.Dense(3, kernel_initializer=_weights(3))(hidden)
    return {
        "model": keras.Model(inputs, outputs),
        "optimizer": keras.optimizers.SGD(0.2, momentum=0.9, clipnorm=0.3),
        "loss_fn": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        "metric": keras.metrics.SparseCategoricalCrossentropy(from_logits=True),
    }


def _line():
    return {
        "model": keras.Sequential(
            [
                keras.Input([2]),
                keras.layers.Dense(
                    1, kernel_initializer=_weights(1), kernel_regularizer="l2"
                ),
            ]
        ),
        "optimizer": keras.optimizers.SGD(0.1, momentum=0.5),
        "loss_fn": keras.losses.MeanSquaredError(),
        "metric": keras.metrics.MeanSquaredError(),
    }


MADE = {"regression": _regression, "classes": _classes, "line": _line}


def _batches(x, y, size):
    return tf.data.Dataset.from_tensor_slices((x, y)).batch(size)


def stepped(solution, kind, x, y, size, epochs):
    """The losses that a step returns, and all weights that it leaves."""
    parts = MADE[kind]()
    step = solution.make_train_step(**parts)
    losses = [step(*batch) for _ in range(epochs) for batch in _batches(x, y, size)]
    return {"weights": parts["model"].get_weights(), "losses": losses}


def trained(solution, kind, x, y, size, epochs):
    """The metric of each epoch, and all weights that the loop leaves."""
    parts = MADE[kind]()
    step = solution.make_train_step(**parts)
    metric = solution.run_epochs(step, parts["metric"], _batches(x, y, size), epochs)
    return {"metric": metric, "weights": parts["model"].get_weights()}


def traces(solution, x, y, size, epochs):
    """In how many graphs Python writes the loss while the loop runs, and the steps.

    Where it computes the loss without a graph, each time counts as one.
    """
    graphs = set()

    class Counted(keras.losses.Loss):
        def call(self, y_true, y_pred):
            eager = tf.executing_eagerly()
            graphs.add(object() if eager else tf.compat.v1.get_default_graph())
            return tf.square(y_true - y_pred)

    parts = _line() | {"loss_fn": Counted()}
    step = solution.make_train_step(**parts)
    solution.run_epochs(step, parts["metric"], _batches(x, y, size), epochs)
    return {"traces": len(graphs), "steps": int(parts["optimizer"].iterations)}


def looped(solution, values, size, epochs, before):
    """What `run_epochs` returns for another step, and the sums of its batches."""
    metric = keras.metrics.Sum()
    metric.update_state(before)
    count, sums = tf.Variable(0), tf.Variable(tf.zeros([20]))

    # It may be traced as well as run, so it writes down what it sees in variables.
    def step(x, y):
        metric.update_state(x * y)
        sums.scatter_nd_update([[count]], [tf.reduce_sum(x)])
        count.assign_add(1)
        return tf.reduce_sum(y)

    # A dataset that gives larger numbers each time it is gone through, and of its
    # batches leaves out every fourth.
    passed = tf.Variable(0.0)
    batches = _batches(values, values, size).map(lambda *xy: (passed.assign_add(1), xy))
    kept = batches.filter(lambda number, xy: number % 4 != 0)
    dataset = kept.map(lambda number, xy: (xy[0] + number, xy[1]))
    result = solution.run_epochs(step, metric, dataset, epochs)
    tensors = sum(map(tf.is_tensor, result))
    return {"metric": result, "sums": sums[:count], "tensors": tensors}


def side_by_side(solution, x, y, rounds):
    """All weights of two models whose steps take turns, and what a third step adds."""
    first, second = _line(), _line()
    steps = [solution.make_train_step(**parts) for parts in (first, second)]
    for _ in range(rounds):
        steps[0](tf.constant(x), tf.constant(y))
        steps[1](tf.constant(y * x), tf.constant(y))
    weights = [parts["model"].get_weights() for parts in (first, second)]
    metric = keras.metrics.MeanAbsoluteError()
    other = {"loss_fn": keras.losses.MeanAbsoluteError(), "metric": metric}
    again = first | other | {"optimizer": keras.optimizers.SGD(0.7)}
    solution.make_train_step(**again)(tf.constant(x), tf.constant(y))
    return [*weights, first["model"].get_weights()]
