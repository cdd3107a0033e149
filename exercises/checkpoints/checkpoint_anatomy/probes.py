"""How a solution of `checkpoints/checkpoint_anatomy` is observed."""

import glob
import os
import shutil
import time

import tensorflow as tf

FOLDER = "run"


def _emptied():
    """Empty the folder; its name is always the same, as error messages tell it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)


def _made(content):
    """Modules, lists and variables in the form of `content`."""
    if isinstance(content, list):
        return [_made(item) for item in content]
    if not isinstance(content, dict):
        return tf.Variable(content, name="kernel")
    module = tf.Module()
    for name, inner in content.items():
        setattr(module, name, _made(inner))
    return module


def _saved(content):
    """Save `content` and return the prefix."""
    _emptied()
    objects = {name: _made(inner) for name, inner in content.items()}
    return tf.train.Checkpoint(**objects).save(f"{FOLDER}/ckpt")


def _scattered(paths):
    """Put files into the folder anew, each second one first: it lists them so."""
    for path in [*paths[1::2], *paths[::2]]:
        os.rename(path, "moving")
        os.rename("moving", path)


def files(solution, saves, shards, name="ckpt"):
    """The files of checkpoint 1 of some, each of which has so many data files."""
    _emptied()
    variables = {f"v{n}": tf.Variable([float(n)] * 4) for n in range(shards - 2)}
    checkpoint = tf.train.Checkpoint(**variables)
    policy = tf.train.experimental.MaxShardSizePolicy(max_shard_size=16)
    options = tf.train.CheckpointOptions(experimental_sharding_callback=policy)
    for _ in range(saves):
        checkpoint.save(f"{FOLDER}/{name}", options=options if shards > 1 else None)
    _scattered(sorted(glob.glob(f"{FOLDER}/*.data-*")))
    found = solution.files_of(f"{FOLDER}/{name}-1")
    return {
        "keys": sorted(found),
        "index": os.path.relpath(found["index"], FOLDER),
        "data": [os.path.relpath(path, FOLDER) for path in found["data"]],
    }


def tensors(solution, content, again=False):
    """What `read_all` returns for a checkpoint of `content`.

    Or what it returns `again`, where the caller has emptied its first answer.
    """
    prefix = _saved(content)
    if again:
        solution.read_all(prefix).clear()
    return dict(solution.read_all(prefix))


def value(solution, content, path):
    """What `value_of` returns for a path in a checkpoint of `content`."""
    return solution.value_of(_saved(content), path)


def _copied(prefix):
    """Write a checkpoint's files once more, so that they look younger than others."""
    time.sleep(0.01)  # The clock of a file system is coarse.
    for path in glob.glob(f"{prefix}.*"):
        with open(path, "rb") as file:
            content = file.read()
        with open(path, "wb") as file:
            file.write(content)


def newest(solution, numbers):
    """The newest of checkpoints that were saved in this order, by name.

    Their files were then copied from the newest to the oldest.
    """
    _emptied()
    manager = tf.train.CheckpointManager(
        tf.train.Checkpoint(v=tf.Variable(1.0)), FOLDER, max_to_keep=None
    )
    prefixes = [manager.save(checkpoint_number=number) for number in numbers]
    for prefix in reversed(prefixes):
        _copied(prefix)
    found = solution.newest(FOLDER)
    return None if found is None else os.path.relpath(found, FOLDER)
