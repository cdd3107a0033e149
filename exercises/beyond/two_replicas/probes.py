"""How a solution of `beyond/two_replicas` is observed."""

import keras
import tensorflow as tf


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


def _watched(made):
    """Note each time that the replicas are to run something."""
    run, calls = made.extended.call_for_each_replica, []

    def watch(*args, **kwargs):
        calls.append(args)
        return run(*args, **kwargs)

    made.extended.call_for_each_replica = watch  # `strategy.run` comes by here
    return calls


def trained(solution, x, y, batch, lr, epochs, other_lr=None):
    """What each step returns, and every replica's weights after the last one.

    With `other_lr` a second variable is trained in turn with the first one.
    """
    made = solution.make_strategy()
    variable, step = solution.make_step(made, batch, lr)
    steps = [step]
    if other_lr is not None:
        steps.append(solution.make_step(made, batch, other_lr)[1])
    dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch)
    batches = made.experimental_distribute_dataset(dataset)
    calls = _watched(made)
    losses = []
    for _ in range(epochs):
        for one in batches:
            results = [step(*one) for step in steps]
            losses.append(results[0])
    own = variable.value if isinstance(variable, keras.Variable) else variable
    copies = made.experimental_local_results(own)
    return {
        "losses": losses,
        "weights": [copy.numpy() for copy in copies],
        "devices": len({copy.device for copy in copies}),
        "replicas ran": bool(calls),
    }
