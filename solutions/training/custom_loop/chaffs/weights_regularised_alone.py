"""Only the regularisation of the weights is added, not that of the outputs.

fails: test_other_model
hint: A layer may regularise what it puts out, too. Which list of losses has both?
"""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):

    # Else the optimizer makes its variables in the first step, which is traced twice.
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            penalties = [
                layer.kernel_regularizer(layer.kernel)
                for layer in model.layers
                if getattr(layer, "kernel_regularizer", None)
            ]
            loss = tf.add_n([loss_fn(y, predictions), *penalties])
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
