"""Model and optimizer are kept in the module, so the latest step's are used by all.

fails: test_side_by_side
hint: Two steps share a name of your module. What does it stand for when the first one is called?
"""

import tensorflow as tf

_PARTS = []


def make_train_step(model, optimizer, loss_fn, metric):

    # Else the optimizer makes its variables in the first step, which is traced twice.
    optimizer.build(model.trainable_variables)

    _PARTS[:] = [model, optimizer]

    @tf.function
    def step(x, y):
        model, optimizer = _PARTS
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = tf.add_n([loss_fn(y, predictions), *model.losses])
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        metric.update_state(y, predictions)
        return loss

    return step


def run_epochs(step, metric, dataset, epochs):
    results = []
    for _ in range(epochs):
        metric.reset_state()
        for x, y in dataset:
            step(x, y)
        results.append(float(metric.result()))
    return results
