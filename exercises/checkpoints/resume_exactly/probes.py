"""How a solution of `checkpoints/resume_exactly` is observed."""

import io
import os
import shutil
import time
import zipfile

import tensorflow as tf

FOLDER, COPY = "run", "copy"


def train(state, steps):
    """Train for some steps, as the statement says."""
    for _ in range(steps):
        x, y = next(state["data"])
        noise = state["rng"].normal(x.shape, stddev=0.1)
        with tf.GradientTape() as tape:
            error = tf.linalg.matvec(x + noise, state["w"]) - y
            loss = tf.reduce_mean(error**2)
        gradient = tape.gradient(loss, state["w"])
        state["opt"].apply([gradient], [state["w"]])
        state["step"].assign_add(1)


def _described(state):
    """What can be told of a state without changing it."""
    return {
        "step": state["step"].numpy(),
        "iterations": state["opt"].iterations.numpy(),
        "learning rate": state["opt"].learning_rate.numpy(),
        "w": state["w"].numpy(),
    }


def _begun(solution, seed, steps):
    """A state after some steps; no folder is there yet."""
    for folder in (FOLDER, COPY):
        shutil.rmtree(folder, ignore_errors=True)
    return _run(solution, seed, steps)


def _run(solution, seed, steps):
    state = solution.make_state(seed)
    train(state, steps)
    return state


def _went_on(solution, state):
    """What `resume` returns where the run went on after its save, and still goes on."""
    train(state, 2)
    again = solution.resume(FOLDER)
    train(state, 1)
    return again


def _copied_backwards():
    """Write the files once more, the youngest first, as a copy might have done."""
    found = [os.path.join(at, one) for at, _, names in os.walk(FOLDER) for one in names]
    for path in sorted(found, key=os.path.getmtime, reverse=True):
        with open(path, "rb") as file:
            content = file.read()
        with open(path, "wb") as file:
            file.write(content)
        time.sleep(0.01)  # The clock of a file system is coarse.


def trained(solution, seed, steps):
    """A run that is never interrupted."""
    return _described(_begun(solution, seed, steps))


def saved_and_went_on(solution, seed, before, after):
    """A run that saves, and goes on by itself."""
    state = _begun(solution, seed, before)
    solution.save(state, FOLDER)
    train(state, after)
    return _described(state)


def resumed(solution, seed, before, after):
    """A run that is resumed after some steps, and goes on."""
    state = _begun(solution, seed, before)
    solution.save(state, FOLDER)
    again = _went_on(solution, state)
    train(again, after)
    return _described(again)


def resumed_twice(solution, seed, before, after):
    """A run that is resumed, saved at once elsewhere, resumed again, and goes on."""
    state = _begun(solution, seed, before)
    solution.save(state, FOLDER)
    solution.save(_went_on(solution, state), COPY)
    again = solution.resume(COPY)
    train(again, after)
    return _described(again)


def resumed_after_two_saves(solution, seed, first, second):
    """A run that saves twice in one folder, whose files are copied, and is resumed."""
    state = _begun(solution, seed, first)
    solution.save(state, FOLDER)
    train(state, second)
    solution.save(state, FOLDER)
    _copied_backwards()
    return _described(_went_on(solution, state))


def resumed_after_another(solution, *runs):
    """The last of runs that save in one folder, each by its seed and steps, resumed.

    The files are copied before that.
    """
    shutil.rmtree(FOLDER, ignore_errors=True)
    for seed, steps in runs:
        state = _run(solution, seed, steps)
        solution.save(state, FOLDER)
    _copied_backwards()
    return _described(_went_on(solution, state))


def changed_by_hand(solution, seed, before, after, w, step, learning_rate):
    """A run that is changed by hand and saved: how it ends, and how resumed."""
    state = _begun(solution, seed, before)
    state["w"].assign(w)
    state["step"].assign(step)
    state["opt"].learning_rate.assign(learning_rate)
    next(state["data"])
    state["rng"].reset_from_key_counter(seed, [1, 2])
    state["rng"].normal([3])
    solution.save(state, FOLDER)
    train(state, after)
    again = solution.resume(FOLDER)
    train(again, after)
    return {"went on": _described(state), "resumed": _described(again)}


def raises_where_nothing_was_saved(solution):
    """Whether `resume` raises an exception for an empty folder."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    try:
        solution.resume(FOLDER)
    except Exception:
        return True
    return False


def packed(solution, seed, steps):
    """What `save` leaves in the folder after some steps, as the bytes of a zip."""
    solution.save(_begun(solution, seed, steps), FOLDER)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for folder, _, names in os.walk(FOLDER):
            for name in names:
                path = os.path.join(folder, name)
                archive.write(path, os.path.relpath(path, FOLDER))
    return buffer.getvalue()


def resumed_from(solution, packed, steps):
    """A run that is resumed from what was packed, in another folder, and goes on."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(COPY)
    state = solution.resume(COPY)
    train(state, steps)
    return _described(state)
