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


def trained(solution, x, y, batch, lr, epochs):
    """What each step returns, and every replica's weights after the last one."""
    made = solution.make_strategy()
    variable, step = solution.make_step(made, batch, lr)
    dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch)
    batches = made.experimental_distribute_dataset(dataset)
    losses = [step(*one) for _ in range(epochs) for one in batches]
    own = variable.value if isinstance(variable, keras.Variable) else variable
    copies = made.experimental_local_results(own)
    return {
        "losses": losses,
        "weights": [copy.numpy() for copy in copies],
        "devices": len({copy.device for copy in copies}),
    }
