"""Honest work: image codecs, temporary files, SQLite, CSV, zip files, memory maps."""

import csv
import json
import os
import pickle
import sqlite3
import tempfile
import zipfile

import h5py
import numpy as np
import tensorflow as tf


def doubled(x):
    image = tf.cast(tf.random.uniform((8, 8, 3), 0, 255, tf.int32, seed=1), tf.uint8)
    assert (tf.io.decode_png(tf.io.encode_png(image)) == image).numpy().all()
    tf.io.write_file("image.jpg", tf.io.encode_jpeg(image))
    small = tf.image.resize(tf.io.decode_image(tf.io.read_file("image.jpg")), (4, 4))
    assert small.shape == (4, 4, 3)
    array = x.numpy()
    with tempfile.NamedTemporaryFile(suffix=".npy") as file:
        np.save(file, array)
        file.flush()
        mapped = np.load(file.name, mmap_mode="r")
        once = np.array(mapped)
    with sqlite3.connect("numbers.db") as base:
        base.execute("create table numbers (value real)")
        base.executemany("insert into numbers values (?)", [(float(v),) for v in once.ravel()])
        rows = base.execute("select value * 2 from numbers order by rowid").fetchall()
    base.close()
    with open("numbers.csv", "w", newline="") as file:
        csv.writer(file).writerows(rows)
    with zipfile.ZipFile("numbers.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write("numbers.csv")
    with h5py.File("numbers.h5", "w") as file:
        file["twice"] = np.array(rows)[:, 0]
    with h5py.File("numbers.h5") as file:
        twice = file["twice"][:]
    assert pickle.loads(pickle.dumps(twice)).shape == twice.shape
    json.dump({"rows": rows}, open("numbers.json", "w"))
    assert os.path.getsize("numbers.json") > 0
    return tf.constant(twice.reshape(array.shape), x.dtype)
