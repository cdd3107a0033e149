"""A step is kept for each model, and comes back whatever else is given.

fails: test_side_by_side
hint: What becomes of the second optimizer that is given for a model?
"""

import tensorflow as tf

_STEPS = {}


def make_train_step(model, optimizer, loss_fn, metric):
    if id(model) in _STEPS:
        return _STEPS[id(model)][1]

    # Else the optimizer makes its variables in the first step, which is traced twice.
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = tf.add_n([loss_fn(y, predictions), *model.losses])
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        metric.update_state(y, predictions)
        return loss

    _STEPS[id(model)] = model, step
    return step


def run_epochs(step, metric, dataset, epochs):
    results = []
    for _ in range(epochs):
        metric.reset_state()
        for x, y in dataset:
            step(x, y)
        results.append(float(metric.result()))
    return results
