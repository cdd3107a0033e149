"""Threads with tiny stacks, until the system has no more of them."""

import threading

stop = threading.Event()
threading.stack_size(1 << 15)


def doubled(x):
    started = []
    try:
        while len(started) < 5_000:
            thread = threading.Thread(target=stop.wait, daemon=True)
            thread.start()
            started.append(thread)
    except RuntimeError:
        stop.set()
        raise ValueError("no more threads") from None
    stop.set()
    raise ValueError(f"{len(started)} threads were started")
