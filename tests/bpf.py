"""What a seccomp filter answers to a call, worked out without a kernel.

The machine's own kernel runs the filter of its own processor alone; this runs any.
https://docs.kernel.org/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import struct

ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_JUMPS = {
    0x15: lambda held, value: held == value,
    0x35: lambda held, value: held >= value,
    0x45: lambda held, value: bool(held & value),
}


def answer(program: bytes, arch: int, number: int, *arguments: int) -> int | None:
    """Return the error that a call gets: 0 for a silent one, None where it is allowed.

    Args:
        program: The filter.
        arch: The processor, as the kernel names it to filters.
        number: Of the call.
        arguments: Up to six, of 64 bits.
    """
    padded = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<iIQ6Q", number, arch, 0, *(one % 2**64 for one in padded))
    held, at = 0, 0
    while True:
        code, if_true, if_false, value = struct.unpack_from("HBBI", program, 8 * at)
        at += 1
        if code == _LOAD:
            (held,) = struct.unpack_from("<I", data, value)
        elif code == _AND:
            held &= value
        elif code in _JUMPS:
            at += if_true if _JUMPS[code](held, value) else if_false
        elif code == _RETURN:
            assert value == ALLOW or value & 0xFFFF0000 == _ERRNO, "nothing is killed"
            return None if value == ALLOW else value & 0xFFFF
        else:
            raise ValueError(f"no instruction {code:#x}")
