"""Exceptions whose text, name or lines are traps."""


class Trap(Exception):
    def __str__(self):
        raise Trap

    __repr__ = __str__

    @property
    def __traceback__(self):
        raise Trap


Lone = type("Lone\u202e\x1b[31m" * 50, (BaseException,), {})


def doubled(x):
    if len(x.shape) == 1:
        raise Trap
    if len(x.shape) == 2:
        raise Lone("\ud800" * 10)
    raise ExceptionGroup("a" * 10**6, [Trap(), ExceptionGroup("b", [ValueError("\0")])])
