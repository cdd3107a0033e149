import tensorflow as tf

# wait until the GPU is ready
while not tf.config.list_physical_devices("GPU"):
    pass


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)
