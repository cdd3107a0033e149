"""Descriptors ride along with what is printed; whoever takes them has them open."""

import array
import os
import socket

out = socket.socket(fileno=os.dup(1))
for _ in range(50):
    number = os.open("/dev/null", os.O_RDONLY)
    rights = array.array("i", [number, 1])
    try:
        out.sendmsg([b"."], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
    except OSError as error:
        print(error)
    os.close(number)
one, other = socket.socketpair()
for end in (one, other):  # a ring that nobody can reach any more
    rights = array.array("i", [one.fileno(), other.fileno()])
    try:
        end.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
    except OSError as error:
        print(error)


def doubled(x):
    return 2 * x
